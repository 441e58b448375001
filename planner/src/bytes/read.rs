//! Reads what [`encode`](super::encode) wrote, and cannot fail.
//!
//! Every byte that comes here was written by a program of the same shape: [`open`](super::open) has
//! compared shape and checksum, and the worker's messages name their build. A reader that may fail
//! has, at every field of every struct, a way out that takes down all fields before it; these ways
//! were a third of the worker. Here the error is a type without values, so the compiler leaves them
//! out. Bytes of another shape end the program instead.

use std::fmt;

use serde::de::value::U32Deserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};

/// What some bytes are.
///
/// # Panics
///
/// Where they are something else.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> T {
    match T::deserialize(&mut Reader { left: bytes }) {
        Ok(value) => value,
        Err(never) => match never {},
    }
}

/// What never happens.
#[derive(Debug)]
pub(super) enum Never {}

#[expect(clippy::panic, reason = "bytes of another shape never come here")]
#[cold]
fn stop() -> ! {
    panic!("bytes of another shape")
}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl de::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        stop()
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        stop()
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        stop()
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        stop()
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        stop()
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        stop()
    }

    fn missing_field(_: &'static str) -> Self {
        stop()
    }

    fn duplicate_field(_: &'static str) -> Self {
        stop()
    }
}

struct Reader<'de> {
    left: &'de [u8],
}

impl<'de> Reader<'de> {
    fn take(&mut self, bytes: usize) -> &'de [u8] {
        match self.left.split_at_checked(bytes) {
            Some((taken, left)) => {
                self.left = left;
                taken
            }
            None => stop(),
        }
    }

    fn array<const N: usize>(&mut self) -> [u8; N] {
        self.take(N).try_into().unwrap_or_else(|_| stop())
    }

    fn byte(&mut self) -> u8 {
        let [byte] = self.array();
        byte
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    fn varint(&mut self) -> u64 {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            value |= u64::from(byte & 0x7f) << (shift & 63);
            if byte < 0x80 {
                return value;
            }
            shift += 7;
        }
    }

    /// Signed numbers alternate around zero, so that small ones are short.
    fn zigzag(&mut self) -> i64 {
        let value = self.varint();
        (value >> 1).cast_signed() ^ -((value & 1).cast_signed())
    }

    fn len(&mut self) -> usize {
        usize::try_from(self.varint()).unwrap_or_else(|_| stop())
    }

    fn text(&mut self) -> &'de str {
        let bytes = self.len();
        std::str::from_utf8(self.take(bytes)).unwrap_or_else(|_| stop())
    }

    fn discriminant(&mut self) -> u32 {
        u32::try_from(self.varint()).unwrap_or_else(|_| stop())
    }
}

/// Numbers that are written in as many bytes as they need: read as the widest, handed on as they are.
macro_rules! numbers {
    ($($read:ident, $visit:ident: $way:ident as $number:ty;)+) => {
        $(fn $read<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
            visitor.$visit(<$number>::try_from(self.$way()).unwrap_or_else(|_| stop()))
        })+
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Never;

    numbers! {
        deserialize_u16, visit_u16: varint as u16;
        deserialize_u32, visit_u32: varint as u32;
        deserialize_u64, visit_u64: varint as u64;
        deserialize_i16, visit_i16: zigzag as i16;
        deserialize_i32, visit_i32: zigzag as i32;
        deserialize_i64, visit_i64: zigzag as i64;
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
        stop()
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.byte() != 0)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u8(self.byte())
    }

    fn deserialize_i8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_i8(self.byte().cast_signed())
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_f32(f32::from_le_bytes(self.array()))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_f64(f64::from_le_bytes(self.array()))
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let bytes = self.len();
        visitor.visit_bytes(self.take(bytes))
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.byte() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.len();
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Items { reader: self, left: len })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.deserialize_tuple(len, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.len();
        visitor.visit_map(Items { reader: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.deserialize_tuple(fields.len(), visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(self)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
        stop()
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
        stop()
    }
}

/// What follows one after the other: elements, fields, or pairs.
struct Items<'a, 'de> {
    reader: &'a mut Reader<'de>,
    left: usize,
}

impl Items<'_, '_> {
    fn another(&mut self) -> bool {
        let another = self.left > 0;
        self.left = self.left.saturating_sub(1);
        another
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Never;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        if self.another() { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = Never;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        if self.another() { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Never> {
        seed.deserialize(&mut *self.reader)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Never> {
        let discriminant: U32Deserializer<Never> = self.discriminant().into_deserializer();
        Ok((seed.deserialize(discriminant)?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.deserialize_tuple(fields.len(), visitor)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::bytes::encode;

    #[track_caller]
    fn check<T: Serialize + DeserializeOwned + PartialEq + fmt::Debug>(value: &T) {
        let bytes = encode(value);
        assert_eq!(read::<T>(&bytes), *value);
        assert_eq!(postcard::from_bytes::<T>(&bytes).as_ref(), Ok(value));
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Plain,
        One(f64),
        Two(u8, i8),
        Named { text: String, more: Option<Box<Self>> },
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Unit;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Wrapped(Vec<u8>);

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Mixed {
        pair: (bool, char),
        map: BTreeMap<String, Vec<Kind>>,
        unit: (Unit, ()),
        wrapped: Wrapped,
        array: [f32; 3],
    }

    #[test]
    fn numbers_of_every_size_come_back() {
        for value in [0, 1, -1, 63, 64, -64, -65, i64::MAX, i64::MIN] {
            check(&value);
        }
        for value in [0, 127, 128, 16_383, 16_384, u64::MAX] {
            check(&value);
        }
        check(&(i16::MIN, i32::MAX, u16::MAX, u32::MAX, i8::MIN, u8::MAX));
        check(&(f64::MIN_POSITIVE, f64::INFINITY, -0.0_f64, f32::MAX, usize::MAX));
    }

    #[test]
    fn every_shape_comes_back() {
        let deep = Kind::Named { text: "深".to_owned(), more: Some(Box::new(Kind::Two(200, -3))) };
        let list = vec![Kind::Plain, Kind::One(0.1), deep, Kind::Named { text: String::new(), more: None }];
        check(&Mixed {
            pair: (true, '红'),
            map: [("绿区".to_owned(), list), (String::new(), Vec::new())].into(),
            unit: (Unit, ()),
            wrapped: Wrapped(vec![0, 255]),
            array: [0.5, -1.0, f32::EPSILON],
        });
    }

    #[test]
    #[should_panic(expected = "bytes of another shape")]
    fn bytes_that_end_too_soon_end_the_program() {
        read::<String>(&[5, b'a']);
    }

    #[test]
    #[should_panic(expected = "bytes of another shape")]
    fn an_unknown_kind_ends_the_program() {
        read::<Kind>(&[9]);
    }
}

// What people hold in their hands.

/** A small phone, touched. */
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** A desk with a keyboard. */
export const desk = { viewport: { width: 1440, height: 900 } };

/** Browsers that ask for Chinese and for English. */
export const chinese = { locale: 'zh-CN' };
export const english = { locale: 'en-CA' };

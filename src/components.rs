//! Props in, callbacks out: a component looks nothing up, and can stand alone on a blank page.

pub mod assumptions_note;
pub mod choice_card;
pub mod choice_list;
pub mod class_scale;
pub mod data_table;
pub mod disclosure;
pub mod drawn_figure;
pub mod erase_dialog;
pub mod fan_chart;
pub mod figure_table;
pub mod hills;
pub mod lever_slider;
pub mod menu;
pub mod method_note;
pub mod month_field;
pub mod move_card;
pub mod nav_bar;
pub mod number_field;
pub mod problem_note;
pub mod progress_line;
pub mod section;
pub mod top_three;
pub mod why_note;
pub mod words_field;
pub mod zone_badge;
pub mod zone_track;

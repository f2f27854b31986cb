//! A pack for a Braille embosser: the same words as on paper.

use crate::braille::{BrailleBlock, Shape, pages, uncontracted};
use crate::catalogue::model::letters::compared;
use crate::interface::Interface;
use crate::web::liblouis::{Liblouis, TranslatorError};
use crate::web::pages::pack::cover::Cover;
use crate::web::pages::pack::options::Grade;
use crate::web::pages::pack::sheet::Sheet;
use crate::web::view::item::Item;
use crate::web::view::role_facts::FieldValue;
use crate::web::view::trip::{Trip, TripStop};

/// The words of a pack, in the order of its sheets.
#[must_use]
pub fn blocks(
    t: &Interface,
    cover: &Cover<'_>,
    trips: &[Trip<'_>],
    sheets: &[Sheet<'_>],
    grade: Grade,
) -> Vec<BrailleBlock> {
    let cover = cover_blocks(t, cover, sheets, grade);
    let trips = trips.iter().flat_map(|trip| trip_blocks(t, trip));
    cover.into_iter().chain(trips).chain(sheets.iter().flat_map(|sheet| sheet_blocks(t, sheet))).collect()
}

/// The file for the embosser.
///
/// # Errors
///
/// When contracted Braille is asked for and its translator does not answer.
pub async fn emboss(
    blocks: &[BrailleBlock],
    grade: Grade,
    translator: Option<&Liblouis>,
) -> Result<String, TranslatorError> {
    let words: Vec<String> = blocks.iter().map(|block| compared(&block.words)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let braille = match (grade, translator) {
        (Grade::Contracted, Some(translator)) => translator.contracted(&words).await?,
        _ => words.into_iter().map(uncontracted::translate).collect(),
    };
    Ok(pages::lay_out(blocks.iter().map(|block| block.shape).zip(braille.iter().map(String::as_str))))
}

fn cover_blocks(t: &Interface, cover: &Cover<'_>, sheets: &[Sheet<'_>], grade: Grade) -> Vec<BrailleBlock> {
    let paragraph = |words: &String| BrailleBlock::new(Shape::Paragraph, words);
    let heading = |words: &str| BrailleBlock::new(Shape::Heading, words);
    let mut blocks = vec![BrailleBlock::new(Shape::Part, &cover.title)];
    blocks.extend(cover.chosen.as_ref().map(paragraph));
    let code = match grade {
        Grade::Contracted => t.file_in_contracted_braille(),
        Grade::Uncontracted => t.file_in_uncontracted_braille(),
    };
    blocks.push(BrailleBlock::new(Shape::Paragraph, code));
    if sheets.len() > 1 {
        blocks.push(heading(t.what_is_inside()));
    }
    let inside = sheets.iter().filter(|_| sheets.len() > 1).map(|sheet| t.inside(&sheet.role.title, sheet.levels()));
    blocks.extend(inside.map(|words| BrailleBlock::new(Shape::Item, words)));
    blocks.push(heading(t.who_made_it()));
    blocks.push(paragraph(&cover.made_by));
    blocks.extend(cover.reviewed.as_ref().map(paragraph));
    blocks
}

fn trip_blocks(t: &Interface, trip: &Trip<'_>) -> Vec<BrailleBlock> {
    let mut blocks =
        vec![BrailleBlock::new(Shape::Part, trip.heading()), BrailleBlock::new(Shape::Paragraph, trip.totals())];
    let start = trip.start_title().map(|start| t.start_in_one_line(start));
    let stops = start.into_iter().chain(trip.stops().into_iter().map(|stop| stop_in_one_line(t, &stop)));
    blocks.extend(stops.zip(1..).map(|(words, number)| BrailleBlock::new(Shape::Item, format!("{number}. {words}"))));
    blocks
}

fn stop_in_one_line(t: &Interface, stop: &TripStop<'_>) -> String {
    let mut words = vec![format!("{}:", stop.title), stop.where_it_is.clone(), stop.what_you_do.clone()];
    words.extend(stop.how.map(str::to_owned));
    words.extend(stop.caution.clone());
    if let Some(way) = stop.way_in {
        words.push(t.way_in_is(way.as_stated()));
        words.extend(way.needs_in_words().map(|needs| t.you_also_need_these(needs)));
    }
    words.extend(stop.takes.as_ref().map(|takes| t.takes_so_long(takes)));
    words.extend(stop.earns.map(|earns| if earns { t.paid_yes() } else { t.paid_no() }.to_owned()));
    words.extend(stop.registration.iter().map(|(organisation, needed)| match needed {
        true => t.you_must_register_with(&organisation.name, "").text(),
        false => t.you_can_register_with(&organisation.name),
    }));
    words.extend(stop.leaves.as_ref().map(|leaves| t.you_leave_these(leaves)));
    words.push(t.source_is(&stop.sources));
    words.join(" ")
}

fn sheet_blocks(t: &Interface, sheet: &Sheet<'_>) -> Vec<BrailleBlock> {
    let mut blocks = vec![
        BrailleBlock::new(Shape::Part, &sheet.role.title),
        BrailleBlock::new(Shape::Paragraph, &sheet.role.summary),
    ];
    let address = sheet.address.as_ref().map(|address| t.on_the_web(address, "").text());
    blocks.extend(address.map(|words| BrailleBlock::new(Shape::Paragraph, words)));
    blocks.extend(sheet.short.iter().map(|fact| BrailleBlock::new(Shape::Item, beside_its_name(t, fact))));
    for fact in &sheet.long {
        blocks.push(BrailleBlock::new(Shape::Heading, fact.kind.label(t)));
        let shape = if fact.kind.is_prose() { Shape::Paragraph } else { Shape::Item };
        blocks.extend(fact.items.iter().map(|item| BrailleBlock::new(shape, in_one_line(item))));
        if fact.items.is_empty() {
            blocks.push(BrailleBlock::new(Shape::Paragraph, fact.kind.absent(t)));
        }
    }
    blocks
}

/// A short fact with its name: "Next review: 3 May".
fn beside_its_name(t: &Interface, fact: &FieldValue) -> String {
    let items: Vec<String> = fact.items.iter().map(in_one_line).collect();
    let items = if items.is_empty() { fact.kind.absent(t).to_owned() } else { items.join(", ") };
    format!("{}: {items}", fact.kind.label(t))
}

/// An item as one line: "Nurse (address): one note. Another."
fn in_one_line(item: &Item) -> String {
    let mut line = item.text.clone();
    if let Some(address) = item.outside() {
        line = format!("{line} ({address})");
    }
    if item.notes.is_empty() { line } else { format!("{line}: {}", item.notes.join(" ")) }
}

//! `/og/…`: the pictures that go with a shared link, drawn from an SVG template when somebody first asks.
//!
//! They are 1200 by 630 pixels, as sites that show previews expect. They have the colours of a light page, and letters from
//! a font of `static/fonts/`, so that a picture is the same wherever it is drawn.

pub mod site_icons;

use std::cmp::Reverse;
use std::sync::{Arc, LazyLock};

use askama::Template;
use axum::extract::Path;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::catalogue::model::colour::{INK, INK_SOFT, LINE, PAPER, Rgb};
use crate::catalogue::model::reference::{Category, Site};
use crate::catalogue::{Catalogue, RoleRef};
use crate::text_wrap::TextWrap;
use crate::web::http::assets;
use crate::web::http::headers::CachePolicy;
use crate::web::links;
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_page::{PageError, ServerError};

/// The width of every picture, in pixels.
pub const WIDTH: u32 = 1200;
/// The height of every picture, in pixels.
pub const HEIGHT: u32 = 630;

/// What is left of the width between the margins.
const ROOM: f32 = 960.0;
/// The size of the line above the title.
const ABOVE: f32 = 32.0;
/// The size of the name of the site, and what the sign before it takes.
const SITE: f32 = 30.0;
const BESIDE_SIGN: f32 = 92.0;
const BETWEEN: &str = "  ·  ";
const BOLD: &str = "fonts/inter-display-bold.otf";
const PLAIN: &str = "fonts/inter-medium.otf";

#[derive(Template)]
#[template(path = "picture.svg")]
struct Picture {
    /// The name of the site, and its colour.
    site: String,
    brand: Rgb,
    above: String,
    title: Lines,
    text: Lines,
    /// The settings of a role.
    place: String,
    /// The colour of the line on which a role stands.
    line: Rgb,
    /// Lines that are not straight, each with its colour.
    branches: Vec<(&'static str, Rgb)>,
    stations: Vec<(u32, u32)>,
}

/// Words broken into lines, where each stands.
struct Lines {
    size: f32,
    lines: Vec<(f32, String)>,
}

impl Picture {
    fn of_role(role: RoleRef<'_>) -> Self {
        let (entities, category) = (role.entities(), role.line());
        let title = Lines::fit(BOLD, &role.title, &[(92.0, 2), (80.0, 2), (68.0, 3), (58.0, 3)], 136.0);
        let levels = role.levels().map(|info| info.short.as_str());
        let settings: Vec<&str> = role.settings().map(|info| info.short.as_str()).collect();
        let above: Vec<&str> = category.map(|category| category.title.as_str()).into_iter().chain(levels).collect();
        Self {
            above: Widths::of(PLAIN).shortened(&above.join(BETWEEN), ABOVE, ROOM),
            text: Lines::fit(PLAIN, &role.summary, &[(38.0, 3), (34.0, 3), (30.0, 3)], title.foot() + 36.0),
            place: beside(&entities.site().name, settings.join(BETWEEN)),
            line: category.map_or(LINE, |category| category.colour).light,
            stations: vec![(84, 170)],
            ..Self::of_site(entities.site(), title)
        }
    }

    fn of_site(site: &Site, title: Lines) -> Self {
        Self {
            site: Widths::of(BOLD).shortened(&site.name, SITE, ROOM - BESIDE_SIGN),
            brand: site.brand.light,
            above: Widths::of(PLAIN).shortened(site.region.as_ref().unwrap_or(&site.name), ABOVE, ROOM),
            title,
            text: Lines { size: 0.0, lines: vec![] },
            place: String::new(),
            line: LINE.light,
            branches: vec![],
            stations: vec![],
        }
    }
}

/// What stands at the foot beside the name of the site, if that leaves room for it.
fn beside(site: &str, place: String) -> String {
    let taken = BESIDE_SIGN + Widths::of(BOLD).of_text(site, SITE) + Widths::of(PLAIN).of_text(&place, 28.0);
    if taken + 40.0 <= ROOM { place } else { String::new() }
}

impl Lines {
    /// Breaks a text in the largest of some sizes that divides no word and needs no more lines than may be of that size,
    /// from a height downwards. What the last size has no room for is left out, with an ellipsis.
    fn fit(font: &str, text: &str, sizes: &[(f32, usize)], top: f32) -> Self {
        let widths = Widths::of(font);
        let fits = |(size, most): &(f32, usize)| {
            let wrap = widths.wrap(*size);
            wrap.widest_word(text) <= wrap.rest && wrap.greedy(text).len() <= *most
        };
        let (size, most) = sizes.iter().copied().find(fits).or(sizes.last().copied()).unwrap_or((32.0, 1));
        let mut lines = widths.wrap(size).even(text);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = widths.shortened(&format!("{}…", last.trim_end_matches('-')), size, ROOM);
            }
        }
        let place = |(number, line): (usize, String)| (top + size * (0.78 + 1.12 * to_f32(number)), line);
        Self { size, lines: lines.into_iter().enumerate().map(place).collect() }
    }

    /// Where the last line stands.
    fn foot(&self) -> f32 {
        self.lines.last().map_or(0.0, |(y, _)| *y)
    }
}

/// How wide each letter of a font is.
struct Widths(Option<FontRef<'static>>);

impl Widths {
    fn of(font: &str) -> Self {
        Self(assets::contents(font).and_then(|bytes| FontRef::new(bytes).ok()))
    }

    fn of_text(&self, text: &str, size: f32) -> f32 {
        let Some(font) = &self.0 else { return to_f32(text.len()) * size };
        let (letters, widths) = (font.charmap(), font.glyph_metrics(Size::new(size), LocationRef::default()));
        // A letter that the font does not have is drawn as a box.
        text.chars()
            .map(|letter| letters.map(letter).and_then(|glyph| widths.advance_width(glyph)).unwrap_or(size))
            .sum()
    }

    /// A text in lines, measured in hundredths of a pixel.
    fn wrap(&self, size: f32) -> TextWrap<impl Fn(&str) -> i32> {
        let hundredths = |pixels: f32| (pixels * 100.0).ceil() as i32;
        TextWrap::new(hundredths(ROOM), move |text: &str| hundredths(self.of_text(text, size)))
    }

    /// As much of a text as fits on one line, with an ellipsis where some is left out.
    fn shortened(&self, text: &str, size: f32, room: f32) -> String {
        let mut letters: Vec<&str> = text.graphemes(true).collect();
        let mut line = text.to_owned();
        while self.of_text(&line, size) > room && letters.pop().is_some() {
            line = letters.concat().trim_end().to_owned() + "…";
        }
        line
    }
}

/// A small number as a length.
fn to_f32(number: usize) -> f32 {
    u16::try_from(number).map_or(f32::MAX, f32::from)
}

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    [BOLD, PLAIN].into_iter().filter_map(assets::contents).for_each(|bytes| fonts.load_font_data(bytes.to_vec()));
    Arc::new(fonts)
});

/// Draws an SVG as a PNG of this width and height, in pixels.
fn draw(svg: &str, (width, height): (u32, u32)) -> Option<Vec<u8>> {
    let options = Options { fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree = Tree::from_str(svg, &options).ok()?;
    let mut pixels = Pixmap::new(width, height)?;
    let scale = Transform::from_scale(
        pixels.width() as f32 / tree.size().width(),
        pixels.height() as f32 / tree.size().height(),
    );
    resvg::render(&tree, scale, &mut pixels.as_mut());
    pixels.encode_png().ok()
}

async fn answer(picture: &Picture) -> Result<Response, PageError> {
    let svg = picture.render()?;
    // Drawing takes some milliseconds of work, too long for a thread that serves others.
    let png =
        tokio::task::spawn_blocking(move || draw(&svg, (WIDTH, HEIGHT))).await.ok().flatten().ok_or_else(|| {
            tracing::error!("a picture could not be drawn");
            PageError::Failed(ServerError::Rendering)
        })?;
    // Another site shows it beside its link.
    Ok((CachePolicy::Api, [(CONTENT_TYPE, "image/png")], png).into_response())
}

/// The colours of the families with most roles, of no family where there are fewer.
fn commonest_lines<const N: usize>(catalogue: &Catalogue) -> [Rgb; N] {
    let on = |category: &Category| {
        catalogue.role_refs().filter(|role| role.line().is_some_and(|line| line.index == category.index)).count()
    };
    let mut categories: Vec<&Category> = catalogue.categories().iter().collect();
    categories.sort_by_cached_key(|category| Reverse(on(category)));
    std::array::from_fn(|place| categories.get(place).map_or(LINE, |category| category.colour).light)
}

/// `/og/site.png`: the picture of the whole site, a piece of a map.
pub async fn site(catalogue: CurrentCatalogue) -> Result<Response, PageError> {
    let title = Lines::fit(BOLD, &catalogue.site().tagline, &[(76.0, 4), (68.0, 4), (58.0, 4)], 136.0);
    let [first, second, third] = commonest_lines(&catalogue);
    let picture = Picture {
        branches: vec![("M84 0V410L164 490H1200", first), ("M84 250V630", second), ("M880 630V590L1100 370V0", third)],
        stations: vec![(84, 170), (84, 340), (980, 490)],
        ..Picture::of_site(catalogue.site(), title)
    };
    answer(&picture).await
}

/// `/og/roles/{role}.png`: the picture of a role.
pub async fn role(catalogue: CurrentCatalogue, Path(file): Path<String>) -> Result<Response, PageError> {
    let asked = file.strip_suffix(".png");
    let Some(role) = asked.and_then(|id| catalogue.role(id)) else {
        // Links that were shared keep the address of a role that has another id since.
        let now = asked.and_then(|id| catalogue.graph().named(id));
        return Err(match now {
            Some(role) => PageError::Elsewhere(links::og_role(&role.id)),
            None => PageError::not_found(&catalogue, &file),
        });
    };
    answer(&Picture::of_role(catalogue.role_at(role.index))).await
}

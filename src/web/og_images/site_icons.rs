//! The icon of the site as pixels, for browsers that take no SVG and for what asks for an icon by its name.

use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};

use crate::web::http::assets;
use crate::web::http::headers::CachePolicy;
use crate::web::og_images::draw;
use crate::web::view::error_page::{PageError, ServerError};

/// Widths of the pictures within the icon file: for tabs, for the desktop, and for dense screens.
const SIZES: [u8; 3] = [16, 32, 48];
/// Width of the icon that Apple's devices ask for.
const TOUCH_SIZE: u32 = 180;

static FAVICON: LazyLock<Option<Vec<u8>>> = LazyLock::new(|| {
    let pictures: Option<Vec<(u8, Vec<u8>)>> = SIZES.iter().map(|size| Some((*size, icon((*size).into())?))).collect();
    ico(&pictures?)
});
static TOUCH_ICON: LazyLock<Option<Vec<u8>>> = LazyLock::new(|| icon(TOUCH_SIZE));

fn icon(size: u32) -> Option<Vec<u8>> {
    draw(std::str::from_utf8(assets::contents("icon.svg")?).ok()?, (size, size))
}

/// An ICO file of square PNG pictures, each with its width in pixels.
fn ico(pictures: &[(u8, Vec<u8>)]) -> Option<Vec<u8>> {
    const HEADER: usize = 6;
    const ENTRY: usize = 16;
    let mut file = [0_u16, 1, u16::try_from(pictures.len()).ok()?].map(u16::to_le_bytes).concat();
    let mut offset = HEADER + ENTRY * pictures.len();
    for (size, png) in pictures {
        file.extend([*size, *size, 0, 0]);
        // One plane of 32 bits a pixel.
        file.extend([1_u16, 32].map(u16::to_le_bytes).concat());
        for number in [png.len(), offset] {
            file.extend(u32::try_from(number).ok()?.to_le_bytes());
        }
        offset += png.len();
    }
    file.extend(pictures.iter().flat_map(|(_, png)| png));
    Some(file)
}

/// `/favicon.ico`.
pub async fn favicon() -> Result<Response, PageError> {
    respond("image/x-icon", FAVICON.as_deref())
}

/// `/apple-touch-icon.png`.
pub async fn touch_icon() -> Result<Response, PageError> {
    respond("image/png", TOUCH_ICON.as_deref())
}

fn respond(content_type: &'static str, drawn: Option<&'static [u8]>) -> Result<Response, PageError> {
    let bytes = drawn.ok_or(PageError::Failed(ServerError::Rendering))?;
    Ok((CachePolicy::Page, [(CONTENT_TYPE, content_type)], bytes).into_response())
}

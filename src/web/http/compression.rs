//! Compression of bodies.

use std::cell::RefCell;

use axum::body::Bytes;
use flate2::{Compress, Compression, FlushCompress, Status};

use crate::web::http::content_negotiation::Encoding;

/// How much time to spend on compressing a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompressionLevel {
    /// For a body that may never be requested again.
    Once,
    /// For a body that is cached.
    Often,
    /// For a body that is cached as long as the program runs.
    Always,
}

/// Encodes a body; `None` if that fails.
#[must_use]
pub fn compress(plain: &Bytes, encoding: Encoding, level: CompressionLevel) -> Option<Bytes> {
    match encoding {
        Encoding::Identity => Some(plain.clone()),
        Encoding::Gzip => gzip(plain, level),
        Encoding::Brotli => brotli(plain, level),
    }
}

thread_local! {
    /// Reusable compressors for levels 2 and 6: making one takes as long as using it, and each allocates 256 KiB.
    static GZIP: RefCell<[Compress; 2]> = RefCell::new([2, 6].map(|level| Compress::new_gzip(Compression::new(level), 15)));
}

fn gzip(plain: &[u8], level: CompressionLevel) -> Option<Bytes> {
    GZIP.with_borrow_mut(|[quick, thorough]| match level {
        // Level 2 is as quick as 1, and its result a fifth smaller.
        CompressionLevel::Once => gzip_with(quick, plain),
        CompressionLevel::Often => gzip_with(thorough, plain),
        CompressionLevel::Always => gzip_with(&mut Compress::new_gzip(Compression::best(), 15), plain),
    })
}

fn gzip_with(compressor: &mut Compress, plain: &[u8]) -> Option<Bytes> {
    compressor.reset();
    let mut compressed = Vec::with_capacity(plain.len() / 3 + 64);
    loop {
        let done = usize::try_from(compressor.total_in()).ok()?;
        match compressor.compress_vec(&plain[done..], &mut compressed, FlushCompress::Finish) {
            Ok(Status::StreamEnd) => return Some(Bytes::from(compressed)),
            Ok(_) => compressed.reserve(plain.len() / 3 + 64),
            Err(_) => return None,
        }
    }
}

fn brotli(mut plain: &[u8], level: CompressionLevel) -> Option<Bytes> {
    let quality = match level {
        CompressionLevel::Once => 2,
        CompressionLevel::Often => 5,
        CompressionLevel::Always => 11,
    };
    // A window of 256 KiB: more than any page, so a larger one would only be cleared.
    let params = brotli::enc::BrotliEncoderParams { quality, lgwin: 18, size_hint: plain.len(), ..Default::default() };
    let mut compressed = Vec::with_capacity(plain.len() / 3 + 64);
    brotli::BrotliCompress(&mut plain, &mut compressed, &params).ok()?;
    Some(Bytes::from(compressed))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use axum::body::Bytes;

    use super::{CompressionLevel, compress};
    use crate::web::http::content_negotiation::Encoding;

    #[test]
    fn what_was_made_small_can_be_read_again_whatever_came_before() {
        // Text that shrinks, bytes that do not, and nothing at all.
        let noise: Vec<u8> = (0..100_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let bodies = ["nurse ".repeat(20_000).into_bytes(), noise, Vec::new(), b"a".to_vec()].map(Bytes::from);
        for level in [CompressionLevel::Once, CompressionLevel::Often, CompressionLevel::Always] {
            for body in &bodies {
                let small = compress(body, Encoding::Gzip, level).unwrap();
                let mut read = Vec::new();
                flate2::read::GzDecoder::new(&small[..]).read_to_end(&mut read).unwrap();
                assert!(read == body[..], "gzip, {level:?}, {} bytes", body.len());
                let small = compress(body, Encoding::Brotli, level).unwrap();
                read.clear();
                brotli::Decompressor::new(&small[..], 4096).read_to_end(&mut read).unwrap();
                assert!(read == body[..], "brotli, {level:?}, {} bytes", body.len());
            }
        }
    }
}

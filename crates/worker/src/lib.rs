//! The worker: bytes of dropped files in, annotated articles out.
//!
//! The second wasm program of the page, a thin shell around `formats` and `core`.
//! It is started by `www/worker.js`, which takes the page's messages and unpacks what the worker knows; here the bytes of one file after the other come in, and reports go out.
//! What it finds is what `dateline build` finds, to the byte.
//! A trap ends this program and its worker, and nothing else: the page goes on and says so.

mod intake;
mod knowledge;

pub use intake::Intake;
pub use knowledge::{Block, GAZETTEER, TAGGER, knowledge};

use wasm_bindgen::prelude::wasm_bindgen;

/// The worker's program, as its script sees it.
#[wasm_bindgen]
pub struct Worker {
    blocks: Vec<Block>,
    intake: Option<Intake>,
}

#[wasm_bindgen]
impl Worker {
    /// A worker that knows nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self { blocks: Vec::new(), intake: None }
    }

    /// Takes a block of knowledge; to be called before `begin`.
    pub fn know(&mut self, name: String, bytes: Vec<u8>) {
        self.blocks.push(Block { name, bytes });
    }

    /// Makes the knowledge, which takes its time, unless it is there already; then an order of so many files begins.
    /// Answers with a sentence when the knowledge cannot be made, and with an empty one when all is well.
    pub fn begin(&mut self, n_files: u32) -> String {
        if self.intake.is_none() {
            match knowledge(core::mem::take(&mut self.blocks)) {
                Ok(knowledge) => self.intake = Some(Intake::new(knowledge)),
                Err(why) => return why,
            }
        }
        if let Some(intake) = &mut self.intake {
            intake.begin(n_files);
        }
        String::new()
    }

    /// Reads a file of the order.
    pub fn take(&mut self, name: &str, bytes: &[u8]) {
        if let Some(intake) = &mut self.intake {
            intake.take(name, bytes);
        }
    }

    /// Notes a file of the order that is larger than any that is read; its bytes need not be fetched.
    pub fn refuse_size(&mut self, name: &str, size: f64) {
        if let Some(intake) = &mut self.intake {
            // A size is whole and fits.
            intake.refuse_size(name, size as u64);
        }
    }

    /// Notes a file of the order that the browser does not let us read.
    pub fn refuse_unreadable(&mut self, name: &str) {
        if let Some(intake) = &mut self.intake {
            intake.refuse_unreadable(name);
        }
    }

    /// The next report in bytes, when enough has come together for one, or when nothing more comes.
    pub fn report(&mut self, is_last: bool) -> Option<Vec<u8>> {
        self.intake.as_mut()?.report(is_last).map(|report| report.encode())
    }

    /// The largest file that is read, in bytes.
    pub fn max_file_bytes() -> f64 {
        dateline_formats::MAX_FILE_BYTES as f64
    }
}

impl Default for Worker {
    fn default() -> Self {
        Self::new()
    }
}

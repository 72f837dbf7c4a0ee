//! The program of the page.

fn main() {
    dateline_app::start::start();
}

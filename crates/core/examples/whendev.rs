use dateline_core::text::prose::Prose;
use dateline_core::when::times;
use std::io::BufRead;
fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let (date, text) = line.split_once('\t').unwrap_or(("", &line));
        let text = text.replace("\\n", "\n");
        let prose = Prose::of(&text);
        let mut out = String::new();
        let mut at = 0;
        for m in times(&prose, date.parse().ok()) {
            out += &text[at..m.span.start as usize];
            out += &format!(
                "[{}|{}:{}]",
                m.span.of(&text),
                match m.kind {
                    dateline_core::when::TimeKind::Date => "date",
                    dateline_core::when::TimeKind::Time => "time",
                    dateline_core::when::TimeKind::Duration => "duration",
                    _ => "set",
                },
                m.value.as_deref().unwrap_or("?")
            );
            at = m.span.end as usize;
        }
        out += &text[at..];
        println!("{}", out.replace('\n', "\\n"));
    }
}

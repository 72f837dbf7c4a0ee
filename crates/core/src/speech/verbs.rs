//! The verbs of saying, with what each may govern.

/// What a verb of saying may govern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A quotation, or a clause with or without "that": say.
    Say,
    /// A quotation, or a clause with "that": note.
    That,
    /// A listener, then a quotation or a clause: tell.
    Tell,
    /// Only a quotation: shout.
    Quote,
    /// A thing and what it is called: describe.
    Judge,
    /// One who speaks: to quote somebody as saying.
    Cite,
    /// No verb: "according to".
    According,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "say"; only with a subject in the plural.
    Base,
    /// "says".
    Third,
    /// "said".
    Past,
    /// "saying".
    Ing,
}

use Class::{Cite, Judge, Quote, Say, Tell, That};

/// Base, third person, past and `-ing`, in the order of the alphabet.
#[rustfmt::skip]
const VERBS: &[(Class, [&str; 4])] = &[
    (Judge, ["accuse", "accuses", "accused", "accusing"]),
    (That, ["acknowledge", "acknowledges", "acknowledged", "acknowledging"]),
    (Say, ["add", "adds", "added", "adding"]),
    (That, ["admit", "admits", "admitted", "admitting"]),
    (Tell, ["advise", "advises", "advised", "advising"]),
    (That, ["affirm", "affirms", "affirmed", "affirming"]),
    (That, ["agree", "agrees", "agreed", "agreeing"]),
    (Say, ["allege", "alleges", "alleged", "alleging"]),
    (That, ["announce", "announces", "announced", "announcing"]),
    (Quote, ["answer", "answers", "answered", "answering"]),
    (Quote, ["appeal", "appeals", "appealed", "appealing"]),
    (Say, ["argue", "argues", "argued", "arguing"]),
    (That, ["ask", "asks", "asked", "asking"]),
    (Say, ["assert", "asserts", "asserted", "asserting"]),
    (Tell, ["assure", "assures", "assured", "assuring"]),
    (Judge, ["attack", "attacks", "attacked", "attacking"]),
    (That, ["attest", "attests", "attested", "attesting"]),
    (Quote, ["begin", "begins", "began", "beginning"]),
    (That, ["believe", "believes", "believed", "believing"]),
    (Judge, ["blame", "blames", "blamed", "blaming"]),
    (Judge, ["blast", "blasts", "blasted", "blasting"]),
    (Say, ["boast", "boasts", "boasted", "boasting"]),
    (Quote, ["brag", "brags", "bragged", "bragging"]),
    (Judge, ["brand", "brands", "branded", "branding"]),
    (Judge, ["call", "calls", "called", "calling"]),
    (That, ["caution", "cautions", "cautioned", "cautioning"]),
    (Quote, ["chant", "chants", "chanted", "chanting"]),
    (Judge, ["characterise", "characterises", "characterised", "characterising"]),
    (Judge, ["characterize", "characterizes", "characterized", "characterizing"]),
    (Quote, ["chime", "chimes", "chimed", "chiming"]),
    (Quote, ["chuckle", "chuckles", "chuckled", "chuckling"]),
    (Judge, ["cite", "cites", "cited", "citing"]),
    (Say, ["claim", "claims", "claimed", "claiming"]),
    (That, ["clarify", "clarifies", "clarified", "clarifying"]),
    (Say, ["comment", "comments", "commented", "commenting"]),
    (Say, ["complain", "complains", "complained", "complaining"]),
    (That, ["concede", "concedes", "conceded", "conceding"]),
    (That, ["conclude", "concludes", "concluded", "concluding"]),
    (Judge, ["condemn", "condemns", "condemned", "condemning"]),
    (That, ["confirm", "confirms", "confirmed", "confirming"]),
    (Say, ["contend", "contends", "contended", "contending"]),
    (Quote, ["continue", "continues", "continued", "continuing"]),
    (Tell, ["convince", "convinces", "convinced", "convincing"]),
    (Say, ["counter", "counters", "countered", "countering"]),
    (Judge, ["criticise", "criticises", "criticised", "criticising"]),
    (Judge, ["criticize", "criticizes", "criticized", "criticizing"]),
    (Quote, ["cry", "cries", "cried", "crying"]),
    (Say, ["declare", "declares", "declared", "declaring"]),
    (Judge, ["decry", "decries", "decried", "decrying"]),
    (That, ["demand", "demands", "demanded", "demanding"]),
    (Judge, ["denounce", "denounces", "denounced", "denouncing"]),
    (That, ["deny", "denies", "denied", "denying"]),
    (Judge, ["deplore", "deplores", "deplored", "deploring"]),
    (Judge, ["deride", "derides", "derided", "deriding"]),
    (Judge, ["describe", "describes", "described", "describing"]),
    (That, ["disclose", "discloses", "disclosed", "disclosing"]),
    (Judge, ["dismiss", "dismisses", "dismissed", "dismissing"]),
    (Judge, ["dub", "dubs", "dubbed", "dubbing"]),
    (Quote, ["echo", "echoes", "echoed", "echoing"]),
    (Quote, ["elaborate", "elaborates", "elaborated", "elaborating"]),
    (Say, ["emphasise", "emphasises", "emphasised", "emphasising"]),
    (Say, ["emphasize", "emphasizes", "emphasized", "emphasizing"]),
    (Quote, ["enthuse", "enthuses", "enthused", "enthusing"]),
    (That, ["estimate", "estimates", "estimated", "estimating"]),
    (Quote, ["exclaim", "exclaims", "exclaimed", "exclaiming"]),
    (Say, ["explain", "explains", "explained", "explaining"]),
    (Judge, ["express", "expresses", "expressed", "expressing"]),
    (That, ["fear", "fears", "feared", "fearing"]),
    (That, ["feel", "feels", "felt", "feeling"]),
    (That, ["find", "finds", "found", "finding"]),
    (Quote, ["fume", "fumes", "fumed", "fuming"]),
    (Quote, ["grumble", "grumbles", "grumbled", "grumbling"]),
    (That, ["guess", "guesses", "guessed", "guessing"]),
    (Quote, ["gush", "gushes", "gushed", "gushing"]),
    (Judge, ["hail", "hails", "hailed", "hailing"]),
    (That, ["highlight", "highlights", "highlighted", "highlighting"]),
    (That, ["hint", "hints", "hinted", "hinting"]),
    (That, ["hope", "hopes", "hoped", "hoping"]),
    (That, ["indicate", "indicates", "indicated", "indicating"]),
    (Tell, ["inform", "informs", "informed", "informing"]),
    (Quote, ["insert", "inserts", "inserted", "inserting"]),
    (That, ["inquire", "inquires", "inquired", "inquiring"]),
    (Say, ["insist", "insists", "insisted", "insisting"]),
    (Quote, ["interject", "interjects", "interjected", "interjecting"]),
    (Quote, ["interrupt", "interrupts", "interrupted", "interrupting"]),
    (Quote, ["intone", "intones", "intoned", "intoning"]),
    (Say, ["joke", "jokes", "joked", "joking"]),
    (Judge, ["label", "labels", "labeled", "labeling"]),
    (Judge, ["label", "labels", "labelled", "labelling"]),
    (Say, ["lament", "laments", "lamented", "lamenting"]),
    (Quote, ["laugh", "laughs", "laughed", "laughing"]),
    (That, ["maintain", "maintains", "maintained", "maintaining"]),
    (That, ["mention", "mentions", "mentioned", "mentioning"]),
    (Quote, ["message", "messages", "messaged", "messaging"]),
    (Quote, ["muse", "muses", "mused", "musing"]),
    (Quote, ["mutter", "mutters", "muttered", "muttering"]),
    (That, ["note", "notes", "noted", "noting"]),
    (Tell, ["notify", "notifies", "notified", "notifying"]),
    (That, ["observe", "observes", "observed", "observing"]),
    (Say, ["opine", "opines", "opined", "opining"]),
    (Quote, ["plead", "pleads", "pleaded", "pleading"]),
    (That, ["pledge", "pledges", "pledged", "pledging"]),
    (That, ["point", "points", "pointed", "pointing"]),
    (That, ["post", "posts", "posted", "posting"]),
    (Judge, ["praise", "praises", "praised", "praising"]),
    (Quote, ["pray", "prays", "prayed", "praying"]),
    (Say, ["predict", "predicts", "predicted", "predicting"]),
    (Quote, ["proclaim", "proclaims", "proclaimed", "proclaiming"]),
    (That, ["promise", "promises", "promised", "promising"]),
    (That, ["propose", "proposes", "proposed", "proposing"]),
    (Quote, ["protest", "protests", "protested", "protesting"]),
    (Say, ["quip", "quips", "quipped", "quipping"]),
    (Cite, ["quote", "quotes", "quoted", "quoting"]),
    (Quote, ["rail", "rails", "railed", "railing"]),
    (Quote, ["rant", "rants", "ranted", "ranting"]),
    (Quote, ["rave", "raves", "raved", "raving"]),
    (That, ["read", "reads", "read", "reading"]),
    (Quote, ["reason", "reasons", "reasoned", "reasoning"]),
    (Quote, ["react", "reacts", "reacted", "reacting"]),
    (That, ["recall", "recalls", "recalled", "recalling"]),
    (Quote, ["reckon", "reckons", "reckoned", "reckoning"]),
    (That, ["recommend", "recommends", "recommended", "recommending"]),
    (Quote, ["recount", "recounts", "recounted", "recounting"]),
    (Quote, ["reflect", "reflects", "reflected", "reflecting"]),
    (Say, ["reiterate", "reiterates", "reiterated", "reiterating"]),
    (Quote, ["rejoice", "rejoices", "rejoiced", "rejoicing"]),
    (That, ["remark", "remarks", "remarked", "remarking"]),
    (Tell, ["remind", "reminds", "reminded", "reminding"]),
    (Say, ["reply", "replies", "replied", "replying"]),
    (That, ["report", "reports", "reported", "reporting"]),
    (That, ["respond", "responds", "responded", "responding"]),
    (That, ["retort", "retorts", "retorted", "retorting"]),
    (That, ["reveal", "reveals", "revealed", "revealing"]),
    (That, ["rule", "rules", "ruled", "ruling"]),
    (Say, ["say", "says", "said", "saying"]),
    (Quote, ["scoff", "scoffs", "scoffed", "scoffing"]),
    (Quote, ["scream", "screams", "screamed", "screaming"]),
    (Quote, ["shout", "shouts", "shouted", "shouting"]),
    (Quote, ["shrug", "shrugs", "shrugged", "shrugging"]),
    (Quote, ["sigh", "sighs", "sighed", "sighing"]),
    (Quote, ["sing", "sings", "sang", "singing"]),
    (Judge, ["slam", "slams", "slammed", "slamming"]),
    (Quote, ["smile", "smiles", "smiled", "smiling"]),
    (Quote, ["snap", "snaps", "snapped", "snapping"]),
    (Quote, ["sob", "sobs", "sobbed", "sobbing"]),
    (That, ["speculate", "speculates", "speculated", "speculating"]),
    (Say, ["state", "states", "stated", "stating"]),
    (Say, ["stress", "stresses", "stressed", "stressing"]),
    (That, ["suggest", "suggests", "suggested", "suggesting"]),
    (Quote, ["sum", "sums", "summed", "summing"]),
    (That, ["suspect", "suspects", "suspected", "suspecting"]),
    (That, ["swear", "swears", "swore", "swearing"]),
    (Quote, ["tease", "teases", "teased", "teasing"]),
    (Tell, ["tell", "tells", "told", "telling"]),
    (That, ["testify", "testifies", "testified", "testifying"]),
    (Quote, ["text", "texts", "texted", "texting"]),
    (That, ["think", "thinks", "thought", "thinking"]),
    (Quote, ["thunder", "thunders", "thundered", "thundering"]),
    (Judge, ["tout", "touts", "touted", "touting"]),
    (Say, ["tweet", "tweets", "tweeted", "tweeting"]),
    (That, ["underline", "underlines", "underlined", "underlining"]),
    (That, ["underscore", "underscores", "underscored", "underscoring"]),
    (That, ["urge", "urges", "urged", "urging"]),
    (Quote, ["venture", "ventures", "ventured", "venturing"]),
    (Judge, ["voice", "voices", "voiced", "voicing"]),
    (Say, ["vow", "vows", "vowed", "vowing"]),
    (Say, ["warn", "warns", "warned", "warning"]),
    (Judge, ["welcome", "welcomes", "welcomed", "welcoming"]),
    (Quote, ["whisper", "whispers", "whispered", "whispering"]),
    (Quote, ["wonder", "wonders", "wondered", "wondering"]),
    (That, ["write", "writes", "wrote", "writing"]),
    (Quote, ["yell", "yells", "yelled", "yelling"]),
];

/// Where the verbs that begin with a letter lie in [`VERBS`]; the last entry is the end.
const STARTS: [usize; 27] = {
    let mut starts = [0; 27];
    let mut letter = 0;
    let mut idx = 0;
    while letter < 26 {
        starts[letter] = idx;
        while idx < VERBS.len() && VERBS[idx].1[0].as_bytes()[0] == b'a' + letter as u8 {
            idx += 1;
        }
        letter += 1;
    }
    starts[26] = idx;
    starts
};

/// For a first and a last letter, the lengths of the forms with these, as bits: most words of a text are passed over here.
const LENGTHS: [[u32; 26]; 26] = {
    let mut lengths = [[0; 26]; 26];
    let mut idx = 0;
    while idx < VERBS.len() {
        let mut form = 0;
        while form < 4 {
            let word = VERBS[idx].1[form].as_bytes();
            let (first, last) = (word[0] - b'a', word[word.len() - 1] - b'a');
            lengths[first as usize][last as usize] |= 1 << word.len();
            form += 1;
        }
        idx += 1;
    }
    lengths
};

/// The verb of saying that a word in small letters is.
pub(super) fn look_up(word: &str) -> Option<(Class, Form)> {
    let letter = |b: &u8| b.is_ascii_lowercase().then(|| usize::from(b - b'a'));
    let (first, last) = (letter(word.as_bytes().first()?)?, letter(word.as_bytes().last()?)?);
    let lengths = LENGTHS.get(first)?.get(last)?;
    if word.len() > 16 || lengths & (1 << word.len()) == 0 {
        return None;
    }
    let verbs = VERBS.get(*STARTS.get(first)?..*STARTS.get(first + 1)?)?;
    verbs.iter().find_map(|(class, [base, third, past, ing])| {
        let form = match word {
            _ if word == *past => Form::Past,
            _ if word == *third => Form::Third,
            _ if word == *ing => Form::Ing,
            _ if word == *base => Form::Base,
            _ => return None,
        };
        Some((*class, form))
    })
}

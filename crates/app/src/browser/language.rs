//! The language of the browser, and what countries are called in it.

use dateline_core::gazetteer::CountryCode;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// The tag of the language (BCP 47) in which the browser speaks; English where it does not tell.
pub fn language() -> String {
    let told = web_sys::window().and_then(|window| window.navigator().language());
    told.filter(|tag| !tag.is_empty()).unwrap_or_else(|| "en".to_owned())
}

/// The names of countries in a language, as far as the browser knows them.
pub fn country_names(language: &str, codes: &[CountryCode]) -> Vec<(CountryCode, String)> {
    let named =
        |names: &Names| codes.iter().filter_map(|&code| Some((code, names.of(code)?))).collect();
    Names::in_language(language).as_ref().map(named).unwrap_or_default()
}

/// `Intl.DisplayNames`, for which there is no binding.
struct Names {
    names: JsValue,
    of: Function,
}

impl Names {
    fn in_language(language: &str) -> Option<Self> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let class =
            Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into::<Function>().ok()?;
        let options = Object::new();
        for (key, value) in [("type", "region"), ("fallback", "none")] {
            Reflect::set(&options, &key.into(), &value.into()).ok()?;
        }
        let names = Reflect::construct(&class, &Array::of2(&language.into(), &options)).ok()?;
        let of = Reflect::get(&names, &"of".into()).ok()?.dyn_into::<Function>().ok()?;
        Some(Self { names, of })
    }

    fn of(&self, code: CountryCode) -> Option<String> {
        self.of.call1(&self.names, &code.as_str().into()).ok()?.as_string()
    }
}

//! The scale bar: a round distance that is about a hundred pixels long in the middle of the map.

use crate::camera::{Camera, Viewport};
use crate::decimal;
use crate::screen::ScaleBar;
use dateline_core::geo::LatLon;

const LONGEST_PX: f64 = 110.0;

pub(super) fn bar(camera: Camera, viewport: Viewport) -> ScaleBar {
    let middle_y = viewport.height / 2.0;
    let a = camera.to_earth(viewport.width / 2.0, middle_y, viewport);
    // Measured over a short way: a longer one would bend with the great circle.
    let step = LatLon { lat: a.lat, lon: if a.lon > 179.0 { a.lon - 0.1 } else { a.lon + 0.1 } };
    let px_of_step = camera.world_size() * 0.1 / 360.0;
    let km_per_px = (a.distance_km(step) / px_of_step).max(1e-6);
    let longest_km = LONGEST_PX * km_per_px;
    let power = libm::exp10(libm::floor(libm::log10(longest_km)));
    let km = [5.0, 2.0, 1.0]
        .into_iter()
        .map(|n| n * power)
        .find(|&km| km <= longest_km)
        .unwrap_or(power);
    ScaleBar { label: label(km), width: libm::round(km / km_per_px) }
}

fn label(km: f64) -> String {
    if km >= 1.0 {
        format!("{} km", crate::wording::number(km as usize))
    } else {
        format!("{} m", decimal::fixed(km * 1000.0, 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_distances() {
        let viewport = Viewport { width: 800.0, height: 600.0 };
        for (lat, zoom, expected) in [
            (0.0, 0.5, "10,000 km"),
            (35.0, 7.0, "100 km"),
            (35.0, 13.0, "1 km"),
            (60.0, 7.0, "50 km"),
        ] {
            let bar = bar(Camera::new(LatLon { lat, lon: 38.0 }, zoom), viewport);
            assert_eq!(bar.label, expected, "{lat} {zoom}");
            assert!(bar.width <= LONGEST_PX, "{}", bar.width);
        }
    }
}

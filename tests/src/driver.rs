//! chromedriver and geckodriver as child processes on free ports.

use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::files;

/// A running driver; it is stopped when the value goes.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver program of this name and waits until it listens.
    ///
    /// # Errors
    /// When there is no such program, or it does not listen within 20 seconds.
    pub fn start(name: &str) -> Result<Self> {
        let program = files::program(name)
            .with_context(|| format!("{name} is neither on PATH nor in target/tools/bin"))?;
        let port = free_port().context("no free port on 127.0.0.1")?;
        let mut command = Command::new(program);
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        if name == "geckodriver" {
            // Its browser listens on a second port, which would be the same for every geckodriver.
            let second = free_port().context("no free port on 127.0.0.1")?;
            command.arg(format!("--websocket-port={second}"));
        }
        let child = command.spawn().with_context(|| format!("{name} could not be started"))?;
        let mut driver = Self { child, port };
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = driver.child.try_wait()? {
                bail!("{name} ended at once ({status})");
            }
            if started.elapsed() > Duration::from_secs(20) {
                bail!("{name} does not listen");
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(driver)
    }

    /// Where it takes commands.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A driver that has ended by itself is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

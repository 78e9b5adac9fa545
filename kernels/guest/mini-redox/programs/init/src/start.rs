//! Starting programs with what the lines before have set.

use common::text::Sink;
use redox_runtime::abi::flag::{OPEN_READ, OPEN_WRITE};
use redox_runtime::abi::path;
use redox_runtime::argument::words;
use redox_runtime::error::{EINVAL, ENOMEM};
use redox_runtime::file::File;
use redox_runtime::process::{Child, Command};
use redox_runtime::text::Line;
use redox_runtime::{call, common, daemon, say, Result};

const PROGRAMS: &str = "/scheme/initfs/bin/";
const MOST_VARIABLES: usize = 8;

/// What the programs to come are started with.
pub struct Settings<'a> {
    pub stdio: &'a str,
    variables: [&'a str; MOST_VARIABLES],
    namespace: Option<u64>,
}

impl Default for Settings<'_> {
    fn default() -> Self {
        Settings { stdio: path::DEBUG, variables: [""; MOST_VARIABLES], namespace: None }
    }
}

/// The first word of a line, without folders.
pub fn name_of(line: &str) -> &str {
    let first = words(line).next().unwrap_or("");
    first.rsplit('/').next().unwrap_or(first)
}

impl<'a> Settings<'a> {
    /// Puts another file in the place of descriptors 0, 1 and 2.
    pub fn set_stdio(&mut self, path: &'a str) -> Result<()> {
        let file = File::open(path, OPEN_READ | OPEN_WRITE)?;
        for standard in 0..3 {
            call::dup2(file.descriptor(), standard, &[])?;
        }
        self.stdio = path;
        Ok(())
    }

    pub fn export(&mut self, variable: &'a str) -> Result<()> {
        let (name, _) = variable.split_once('=').ok_or(EINVAL)?;
        let is_this = |known: &str| known.split_once('=').is_some_and(|(known, _)| known == name);
        let place = self.variables.iter().position(|known| is_this(known));
        let place = place.or_else(|| self.variables.iter().position(|known| known.is_empty())).ok_or(ENOMEM)?;
        if let Some(target) = self.variables.get_mut(place) {
            *target = variable;
        }
        Ok(())
    }

    pub fn set_namespace(&mut self, names: &str) -> Result<()> {
        let mut list = [""; call::MOST_NAMES];
        let mut count = 0;
        for name in words(names) {
            *list.get_mut(count).ok_or(EINVAL)? = name;
            count += 1;
        }
        self.namespace = match count {
            0 => None,
            _ => Some(call::mkns(list.get(..count).unwrap_or(&[]))?),
        };
        Ok(())
    }

    /// Starts a program: its name and its arguments. `stdio` is for one that is not to have ours.
    pub fn start(&self, line: &str, stdio: Option<&File>) -> Result<Child> {
        self.start_by(line, stdio, |command, path| command.spawn(path))
    }

    /// Starts a daemon and waits until it is ready; its pid.
    pub fn start_daemon(&self, line: &str, stdio: Option<&File>) -> Result<u64> {
        self.start_by(line, stdio, daemon::start).map(|child| child.pid())
    }

    fn start_by(
        &self,
        line: &str,
        stdio: Option<&File>,
        start: impl FnOnce(&Command, &str) -> Result<Child>,
    ) -> Result<Child> {
        let (program, arguments) = line.split_once(' ').unwrap_or((line, ""));
        let mut path = Line::new();
        if !program.contains('/') {
            path.text(PROGRAMS);
        }
        path.text(program);
        let files = [0, 1, 2].map(|own| [stdio.map_or(own, File::descriptor), own]);
        let command = Command {
            name: name_of(line),
            arguments,
            variables: &self.variables,
            files: &files,
            namespace: self.namespace,
        };
        let child = start(&command, path.as_str())?;
        say!(command.name, " is process ", child.pid());
        Ok(child)
    }
}

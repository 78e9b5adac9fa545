//! Answers of servers: 16 bytes each.

use common::probe;
use redox_abi::error::{Result, EBADFD, EINVAL};
use redox_abi::scheme::{answer, Cqe};

use super::event::trigger;
use super::lend::unlend;
use super::tag::TagState;
use crate::kernel::{Kernel, KERNEL};

/// The part of an answer's flags that says what it is.
const KIND: u8 = 7;

/// Takes an answer from the current context to one of the calls of a scheme.
pub fn take(scheme: u32, cqe: &Cqe) -> Result<()> {
    match cqe.flags & KIND {
        answer::REGULAR => KERNEL.with(|kernel| respond(kernel, scheme, cqe, None)),
        answer::WITH_FD => KERNEL.with(|kernel| {
            let place = kernel.schemes.descriptions.place_of(kernel.contexts.current(), cqe.result)?;
            respond(kernel, scheme, cqe, Some(place))
        }),
        answer::SEND_EVENT => {
            KERNEL.with(|kernel| {
                let server = kernel.contexts.current().pid;
                probe!(redox, server_event, scheme, cqe.tag, cqe.result, server, first_word(cqe));
                trigger(kernel, scheme, cqe.result, cqe.tag as u64);
            });
            Ok(())
        }
        _ => Err(EINVAL),
    }
}

/// The flags with the bytes behind them.
fn first_word(cqe: &Cqe) -> u32 {
    u32::from_le_bytes([cqe.flags, cqe.extra[0], cqe.extra[1], cqe.extra[2]])
}

/// Notes the answer and wakes the client. An answer to nobody frees what a killed client lent.
fn respond(kernel: &mut Kernel, scheme: u32, cqe: &Cqe, given: Option<usize>) -> Result<()> {
    let server = kernel.contexts.current().pid;
    let call = kernel.schemes.users.serving(scheme)?.call(cqe.tag)?;
    match call.state {
        TagState::Free => return Err(EBADFD),
        TagState::Responded => return Err(EINVAL),
        TagState::Abandoned => {
            probe!(redox, message_reply, scheme, cqe.tag, cqe.result, server, first_word(cqe));
            unlend(kernel, scheme, cqe.tag);
            kernel.schemes.users.serving(scheme)?.finish(cqe.tag);
            return Ok(());
        }
        TagState::Waiting | TagState::Canceling => {}
    }
    call.state = TagState::Responded;
    call.result = if given.is_some() { 0 } else { cqe.result };
    call.given = given.map_or(0, |place| place as u32 + 1);
    let client = call.context;
    if let Some(place) = given {
        kernel.schemes.descriptions.share(place);
    }
    probe!(redox, message_reply, scheme, cqe.tag, cqe.result, server, first_word(cqe));
    kernel.contexts.wake(client);
    Ok(())
}

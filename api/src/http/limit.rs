//! Rate limits per address, with bounded memory.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use actix_web::ResponseError;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::app::State;
use crate::error::Error;

/// Most addresses kept at once; beyond that the oldest are let go.
const MOST_ADDRESSES: usize = 200_000;

/// Which allowance a request uses up.
#[derive(Debug, Clone, Copy)]
pub enum Rate {
    /// Public reads.
    Read,
    /// Citizens' writes.
    Write,
    /// Sign-in attempts.
    SignIn,
    /// Phones that come, change or go: many may share one address.
    Phone,
    /// The first phone of a push service that nobody knew.
    NewService,
}

/// The allowances.
pub struct Limiter {
    read: DefaultKeyedRateLimiter<IpAddr>,
    write: DefaultKeyedRateLimiter<IpAddr>,
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
    phone: DefaultKeyedRateLimiter<IpAddr>,
    new_service: DefaultKeyedRateLimiter<IpAddr>,
    clock: DefaultClock,
}

fn at_least_one(value: u32) -> NonZeroU32 {
    NonZeroU32::new(value).unwrap_or(NonZeroU32::MIN)
}

impl Limiter {
    /// Allowances from the settings.
    #[must_use]
    pub fn new(limits: &crate::config::Limits) -> Self {
        let read =
            Quota::per_second(at_least_one(limits.read_per_s)).allow_burst(at_least_one(limits.read_burst));
        let write = Quota::per_minute(at_least_one(limits.write_per_min))
            .allow_burst(at_least_one(limits.write_burst));
        let sign_in = Quota::per_minute(at_least_one(limits.sign_in_per_min));
        let phone = Quota::per_minute(at_least_one(limits.phone_per_min))
            .allow_burst(at_least_one(limits.phone_burst));
        let new_service = Quota::per_minute(at_least_one(limits.new_service_per_min));
        Self {
            read: RateLimiter::keyed(read),
            write: RateLimiter::keyed(write),
            sign_in: RateLimiter::keyed(sign_in),
            phone: RateLimiter::keyed(phone),
            new_service: RateLimiter::keyed(new_service),
            clock: DefaultClock::default(),
        }
    }

    /// Uses up one unit, or says how long to wait.
    ///
    /// # Errors
    /// The allowance is used up.
    pub fn check(&self, rate: Rate, address: IpAddr) -> Result<(), Error> {
        let limiter = match rate {
            Rate::Read => &self.read,
            Rate::Write => &self.write,
            Rate::SignIn => &self.sign_in,
            Rate::Phone => &self.phone,
            Rate::NewService => &self.new_service,
        };
        limiter.check_key(&address).map_err(|until| {
            let wait = until.wait_time_from(self.clock.now());
            Error::TooMany((wait + Duration::from_millis(999)).as_secs().max(1))
        })
    }

    /// Forgets addresses whose allowance is whole again; called every minute
    /// and whenever there are too many of them.
    pub fn forget_idle(&self) {
        for limiter in [&self.read, &self.write, &self.sign_in, &self.phone, &self.new_service] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }

    /// Whether so many addresses are known that idle ones must go now.
    #[must_use]
    pub fn is_crowded(&self) -> bool {
        [&self.read, &self.write, &self.phone].iter().any(|limiter| limiter.len() > MOST_ADDRESSES)
    }
}

async fn limited<B: MessageBody + 'static>(
    rate: Rate,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    if let Some(state) = request.app_data::<web::Data<State>>() {
        let address = super::client_address(request.request(), &state.config.http.trusted_proxies);
        if let Err(error) = state.limiter.check(rate, address) {
            return Ok(request.into_response(error.error_response()).map_into_right_body());
        }
    }
    next.call(request).await.map(ServiceResponse::map_into_left_body)
}

/// Middleware for public reads.
///
/// # Errors
/// The allowance is used up.
pub async fn reads<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    limited(Rate::Read, request, next).await
}

/// Middleware for citizens' writes; reads on the same routes cost a read.
///
/// # Errors
/// The allowance is used up.
pub async fn citizen_writes<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    let rate = if request.method().is_safe() { Rate::Read } else { Rate::Write };
    limited(rate, request, next).await
}

/// Middleware for sign-in attempts.
///
/// # Errors
/// The allowance is used up.
pub async fn sign_ins<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    let rate = if request.method().is_safe() { Rate::Read } else { Rate::SignIn };
    limited(rate, request, next).await
}

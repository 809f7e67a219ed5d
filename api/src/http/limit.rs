//! Rate limits per address, with bounded memory.

use std::net::{IpAddr, Ipv6Addr};
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
/// Sign-ins of one IPv6 site (/48) in allowances of one network (/64).
const SITE: u32 = 5;

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
    /// Sign-ins of a whole IPv6 site: one customer may have 65,536 networks.
    site: DefaultKeyedRateLimiter<IpAddr>,
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
        let site = Quota::per_minute(at_least_one(limits.sign_in_per_min.saturating_mul(SITE)));
        let phone = Quota::per_minute(at_least_one(limits.phone_per_min))
            .allow_burst(at_least_one(limits.phone_burst));
        let new_service = Quota::per_minute(at_least_one(limits.new_service_per_min));
        Self {
            read: RateLimiter::keyed(read),
            write: RateLimiter::keyed(write),
            sign_in: RateLimiter::keyed(sign_in),
            site: RateLimiter::keyed(site),
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
        self.take(limiter, address)?;
        if let (Rate::SignIn, IpAddr::V6(network)) = (rate, address) {
            let [a, b, c, ..] = network.segments();
            self.take(&self.site, IpAddr::V6(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)))?;
        }
        Ok(())
    }

    fn take(&self, limiter: &DefaultKeyedRateLimiter<IpAddr>, address: IpAddr) -> Result<(), Error> {
        limiter.check_key(&address).map_err(|until| {
            let wait = until.wait_time_from(self.clock.now());
            Error::TooMany((wait + Duration::from_millis(999)).as_secs().max(1))
        })
    }

    fn all(&self) -> [&DefaultKeyedRateLimiter<IpAddr>; 6] {
        [&self.read, &self.write, &self.sign_in, &self.site, &self.phone, &self.new_service]
    }

    /// Forgets addresses whose allowance is whole again; called every minute
    /// and whenever there are too many of them.
    pub fn forget_idle(&self) {
        for limiter in self.all() {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }

    /// Whether so many addresses are known that idle ones must go now.
    #[must_use]
    pub fn is_crowded(&self) -> bool {
        self.all().into_iter().any(|limiter| limiter.len() > MOST_ADDRESSES)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_site_with_many_networks_signs_in_no_faster_than_five() {
        let limits = crate::config::Config::load(None).expect("defaults").limits;
        let limiter = Limiter::new(&limits);
        let tries = |rate, site: u16| {
            let networks = (0..1000).map(|network| Ipv6Addr::new(0x2001, 0xdb8, site, network, 0, 0, 0, 0));
            networks.filter(|network| limiter.check(rate, IpAddr::V6(*network)).is_ok()).count()
        };
        let most = (limits.sign_in_per_min * SITE) as usize;
        let let_in = tries(Rate::SignIn, 1);
        // The machine may be slow enough for the allowance to grow meanwhile.
        assert!((most..most + 20).contains(&let_in), "{let_in}");
        assert!(tries(Rate::SignIn, 2) >= most, "another site is not concerned");
        assert_eq!(tries(Rate::Read, 1), 1000, "reading is not concerned");
    }
}

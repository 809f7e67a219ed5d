//! Somebody who applies, with a browser that has no script.

use reqwest::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Response, StatusCode};

use crate::{System, form};

/// A signed-in browser.
pub struct Browser<'a> {
    system: &'a System,
    cookie: String,
    /// Language of the pages.
    pub lang: &'static str,
}

/// A page as it came.
pub struct Page {
    /// Status.
    pub status: StatusCode,
    /// Where it leads, if it leads elsewhere.
    pub location: String,
    /// HTML.
    pub html: String,
}

impl Page {
    async fn of(response: Response) -> Self {
        let status = response.status();
        let location = response.headers().get(LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let location = location.to_owned();
        Self { status, location, html: response.text().await.expect("text") }
    }

    /// Value of the first hidden field of a name.
    #[must_use]
    pub fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let at = self.html.find(&start).map(|at| at + start.len());
        at.and_then(|at| self.html[at..].split('"').next()).unwrap_or_default().to_owned()
    }
}

impl<'a> Browser<'a> {
    /// Signs one of the people of the demonstration in.
    pub async fn sign_in(system: &'a System, who: usize, lang: &'static str) -> Self {
        Self::enter(system, who, lang, "").await
    }

    /// Signs one of them in with the same browser, in another tab.
    pub async fn sign_in_again(&self, who: usize) -> Self {
        Self::enter(self.system, who, self.lang, &self.cookie).await
    }

    async fn enter(system: &'a System, who: usize, lang: &'static str, cookie: &str) -> Self {
        let body = format!("who={who}&lang={lang}");
        let response = system
            .http
            .post(format!("{}/permits/sign-in/demo", system.base))
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(COOKIE, cookie)
            .body(body)
            .send()
            .await
            .expect("answer");
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        let cookie = response
            .headers()
            .get_all(SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .find(|value| {
                let name = value.trim_start_matches("__Secure-");
                name.starts_with("safe_file=") && value.contains("/fr/")
            })
            .and_then(|value| value.split(';').next())
            .expect("cookie")
            .to_owned();
        Self { system, cookie, lang }
    }

    /// Value of the `Cookie` header.
    #[must_use]
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    fn address(&self, path: &str) -> String {
        if path.starts_with('/') {
            format!("{}{path}", self.system.base)
        } else {
            format!("{}/{}/permits/apply/{path}", self.system.base, self.lang)
        }
    }

    /// A page.
    pub async fn get(&self, path: &str) -> Page {
        let request = self.system.http.get(self.address(path)).header(COOKIE, &self.cookie);
        Page::of(request.header("accept", "text/html").send().await.expect("answer")).await
    }

    /// A file, which must be given.
    pub async fn bytes(&self, path: &str) -> Vec<u8> {
        let answer = self.system.http.get(self.address(path)).header(COOKIE, &self.cookie).send().await;
        let answer = answer.expect("answer");
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        answer.bytes().await.expect("bytes").to_vec()
    }

    /// Sends a form with exactly these fields.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let request = self
            .system
            .http
            .post(self.address(path))
            .header(COOKIE, &self.cookie)
            .header("accept", "text/html")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(form::encoded(fields));
        Page::of(request.send().await.expect("answer")).await
    }

    /// Opens a page and fills its form in, as a person does.
    pub async fn fill(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.location);
        let (csrf, seen, key) = (page.hidden("csrf"), page.hidden("seen"), page.hidden("key"));
        let mut all = vec![("csrf", csrf.as_str()), ("seen", seen.as_str()), ("key", key.as_str())];
        all.extend_from_slice(fields);
        self.post(path.split('?').next().unwrap_or_default(), &all).await
    }

    /// Hands a file in.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], name: &str, content: &[u8]) -> Page {
        self.upload_all(path, fields, &[(name, content)]).await
    }

    /// Hands several files in, with one form.
    pub async fn upload_all(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Page {
        let page = self.get(path).await;
        let (csrf, seen) = (page.hidden("csrf"), page.hidden("seen"));
        let all: Vec<_> = [("seen", seen.as_str())].into_iter().chain(fields.iter().copied()).collect();
        self.send_files(path, &parts(&csrf, &all, files)).await
    }

    /// Sends the body of a form that hands files in, made by [`parts`].
    pub async fn send_files(&self, path: &str, body: &[u8]) -> Page {
        let request = self
            .system
            .http
            .post(self.address(path))
            .header(COOKIE, &self.cookie)
            .header("accept", "text/html")
            .header(CONTENT_TYPE, form::WITH_FILES)
            .body(body.to_vec());
        Page::of(request.send().await.expect("answer")).await
    }
}

/// The body of a form that hands files in.
#[must_use]
pub fn parts(csrf: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut all = vec![("csrf", csrf)];
    all.extend_from_slice(fields);
    let files: Vec<_> = files.iter().map(|(name, content)| ("files", *name, *content)).collect();
    form::with_files(&all, &files)
}

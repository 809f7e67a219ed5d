//! A stand-in for a Meilisearch server: the exchanges that its API documents, so far as the
//! engine uses them, with the refusals that its API documents. It finds whole words and
//! nothing more; how well the real one ranks is not its business.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The key that clients must show.
pub const KEY: &str = "a-master-key-of-the-tests";
const NOW: &str = "2026-01-01T00:00:00Z";

struct Index {
    created: &'static str,
    settings: Value,
    rows: BTreeMap<String, Value>,
}

impl Default for Index {
    fn default() -> Self {
        Self { created: NOW, settings: Value::Null, rows: BTreeMap::new() }
    }
}

/// What the server holds, and what it was asked.
#[derive(Default)]
pub struct Server {
    indexes: BTreeMap<String, Index>,
    tasks: Vec<&'static str>,
    /// Method and path of each request.
    pub asked: Vec<String>,
    /// Requests that break the documented form.
    pub refused: Vec<String>,
}

/// Starts it; gives its address.
pub async fn start() -> (String, Arc<Mutex<Server>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("address"));
    let server = Arc::new(Mutex::new(Server::default()));
    let shared = server.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, shared.clone()));
        }
    });
    (url, server)
}

async fn serve(mut stream: TcpStream, server: Arc<Mutex<Server>>) {
    let mut bytes = Vec::new();
    let (head, body) = loop {
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return;
        }
        let text = String::from_utf8_lossy(&bytes);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let head = head.to_ascii_lowercase();
        let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.parse().ok());
        if body.len() >= length.unwrap_or(0_usize) {
            break (text[..head.len()].to_owned(), body.to_owned());
        }
    };
    let line: Vec<&str> = head.lines().next().unwrap_or_default().split(' ').collect();
    let body = serde_json::from_str(&body).unwrap_or(Value::Null);
    let shown = head.contains(&format!("Bearer {KEY}"));
    let (status, answer) = if shown {
        server.lock().expect("server").answer(line[0], line[1], &body)
    } else {
        (401, fault("missing_authorization_header"))
    };
    let text = answer.to_string();
    let answer = format!(
        "HTTP/1.1 {status} So\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{text}",
        text.len()
    );
    let _ = stream.write_all(answer.as_bytes()).await;
}

fn fault(code: &str) -> Value {
    json!({ "message": code, "code": code, "type": "invalid_request", "link": "https://docs.meilisearch.com/errors" })
}

fn words<'v>(row: &'v Value, attribute: &str) -> impl Iterator<Item = &'v str> {
    row[attribute].as_str().unwrap_or_default().split_whitespace()
}

impl Server {
    /// An index of another time, empty.
    pub fn leave(&mut self, uid: &str, created: &'static str) {
        self.indexes.insert(uid.to_owned(), Index { created, ..Index::default() });
    }

    /// Names of the indexes.
    pub fn names(&self) -> Vec<&str> {
        self.indexes.keys().map(String::as_str).collect()
    }

    /// Loses everything, as with an emptied disk.
    pub fn lose(&mut self) {
        self.indexes.clear();
    }

    fn answer(&mut self, method: &str, address: &str, body: &Value) -> (u16, Value) {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        self.asked.push(format!("{method} {path}"));
        let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
        let found = match (method, parts.as_slice()) {
            ("GET", ["indexes"]) => Ok((200, self.list())),
            ("POST", ["indexes"]) => self.create(body),
            ("DELETE", ["indexes", uid]) => self.delete(uid),
            ("PATCH", ["indexes", uid, "settings"]) => self.set(uid, body),
            ("PUT", ["indexes", uid, "settings", "prefix-search"]) if body == "disabled" => {
                self.set(uid, &json!({}))
            }
            ("POST", ["indexes", uid, "documents"]) if query == "primaryKey=key" => self.add(uid, body),
            ("POST", ["indexes", uid, "documents", "delete-batch"]) => self.forget(uid, body),
            ("POST", ["indexes", uid, "documents", "fetch"]) => self.fetch(uid, body),
            ("POST", ["swap-indexes"]) => self.swap(body),
            ("GET", ["tasks", number]) => self.task(number),
            ("POST", ["multi-search"]) => self.search(body),
            _ => Err("not_found"),
        };
        found.unwrap_or_else(|code| {
            self.refused.push(format!("{method} {address} {code}: {body}"));
            (400, fault(code))
        })
    }

    fn queued(&mut self, kind: &'static str) -> Result<(u16, Value), &'static str> {
        self.tasks.push(kind);
        let number = self.tasks.len() - 1;
        Ok((
            202,
            json!({ "taskUid": number, "indexUid": null, "status": "enqueued", "type": kind, "enqueuedAt": NOW }),
        ))
    }

    fn task(&self, number: &str) -> Result<(u16, Value), &'static str> {
        let number: usize = number.parse().map_err(|_| "invalid_task_uids")?;
        let kind = self.tasks.get(number).ok_or("task_not_found")?;
        Ok((
            200,
            json!({
                "uid": number, "batchUid": number, "indexUid": null, "status": "succeeded", "type": kind,
                "canceledBy": null, "details": null, "error": null, "duration": "PT0.01S",
                "enqueuedAt": NOW, "startedAt": NOW, "finishedAt": NOW,
            }),
        ))
    }

    fn list(&self) -> Value {
        let rows: Vec<Value> = self
            .indexes
            .iter()
            .map(|(uid, index)| json!({ "uid": uid, "primaryKey": "key", "createdAt": index.created, "updatedAt": NOW }))
            .collect();
        json!({ "results": rows, "offset": 0, "limit": 1000, "total": self.indexes.len() })
    }

    fn create(&mut self, body: &Value) -> Result<(u16, Value), &'static str> {
        let uid = body["uid"].as_str().ok_or("missing_index_uid")?;
        let plain = uid.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
        if !plain || body["primaryKey"] != "key" {
            return Err("invalid_index_uid");
        }
        self.indexes.entry(uid.to_owned()).or_default();
        self.queued("indexCreation")
    }

    fn delete(&mut self, uid: &str) -> Result<(u16, Value), &'static str> {
        self.indexes.remove(uid).ok_or("index_not_found")?;
        self.queued("indexDeletion")
    }

    fn set(&mut self, uid: &str, body: &Value) -> Result<(u16, Value), &'static str> {
        let index = self.indexes.get_mut(uid).ok_or("index_not_found")?;
        if body["searchableAttributes"].is_array() {
            index.settings = body.clone();
        }
        self.queued("settingsUpdate")
    }

    fn add(&mut self, uid: &str, body: &Value) -> Result<(u16, Value), &'static str> {
        let index = self.indexes.get_mut(uid).ok_or("index_not_found")?;
        for row in body.as_array().ok_or("malformed_payload")? {
            let key = row["key"].as_str().ok_or("missing_document_id")?;
            index.rows.insert(key.to_owned(), row.clone());
        }
        self.queued("documentAdditionOrUpdate")
    }

    fn forget(&mut self, uid: &str, body: &Value) -> Result<(u16, Value), &'static str> {
        let index = self.indexes.get_mut(uid).ok_or("index_not_found")?;
        for key in body.as_array().ok_or("malformed_payload")? {
            index.rows.remove(key.as_str().ok_or("invalid_document_id")?);
        }
        self.queued("documentDeletion")
    }

    fn swap(&mut self, body: &Value) -> Result<(u16, Value), &'static str> {
        for pair in body.as_array().ok_or("bad_request")? {
            let name = |at: usize| pair["indexes"][at].as_str().ok_or("invalid_swap_indexes");
            let one = self.indexes.remove(name(0)?).ok_or("index_not_found")?;
            let other = self.indexes.remove(name(1)?).ok_or("index_not_found")?;
            self.indexes.insert(name(0)?.to_owned(), other);
            self.indexes.insert(name(1)?.to_owned(), one);
        }
        self.queued("indexSwap")
    }

    fn fetch(&self, uid: &str, body: &Value) -> Result<(u16, Value), &'static str> {
        let index = self.indexes.get(uid).ok_or("index_not_found")?;
        if index.settings["filterableAttributes"] != json!(["key"]) {
            return Err("invalid_document_filter");
        }
        let filter = body["filter"].as_str().and_then(|filter| filter.strip_prefix("key IN ["));
        let filter = filter.ok_or("invalid_document_filter")?;
        let held = |key: &&String| filter.contains(&format!("\"{key}\""));
        let rows: Vec<&Value> = index.rows.keys().filter(held).map(|key| &index.rows[key]).collect();
        Ok((200, json!({ "results": rows, "offset": 0, "limit": body["limit"], "total": rows.len() })))
    }

    fn search(&self, body: &Value) -> Result<(u16, Value), &'static str> {
        let limit = body["federation"]["limit"].as_u64().ok_or("invalid_multi_search_federation")?;
        let mut best: BTreeMap<(String, String), (f64, usize)> = BTreeMap::new();
        for (position, query) in body["queries"].as_array().ok_or("bad_request")?.iter().enumerate() {
            let uid = query["indexUid"].as_str().ok_or("missing_index_uid")?;
            let index = self.indexes.get(uid).ok_or("index_not_found")?;
            let locales = query["locales"].as_array().into_iter().flatten();
            if !locales.clone().all(|locale| {
                matches!(
                    locale.as_str(),
                    Some("fr" | "nl" | "en" | "de" | "ar" | "es" | "tr" | "uk" | "ru" | "fa")
                )
            }) {
                return Err("invalid_search_locales");
            }
            let attributes =
                query["attributesToSearchOn"].as_array().ok_or("invalid_search_attributes_to_search_on")?;
            let known = index.settings["searchableAttributes"].as_array().ok_or("internal")?;
            if !attributes.iter().all(|attribute| known.contains(attribute)) {
                return Err("invalid_search_attributes_to_search_on");
            }
            let wanted: Vec<&str> =
                query["q"].as_str().ok_or("invalid_search_q")?.split_whitespace().collect();
            let all = query["matchingStrategy"] == "all";
            let weight =
                query["federationOptions"]["weight"].as_f64().ok_or("invalid_multi_search_weight")?;
            for (key, row) in &index.rows {
                let names = || attributes.iter().filter_map(Value::as_str);
                let has = |word: &&&str| names().any(|name| words(row, name).any(|held| held == **word));
                let held = wanted.iter().filter(has).count();
                if held == 0 || (all && held < wanted.len()) {
                    continue;
                }
                let score = weight * held as f64 / wanted.len() as f64;
                let entry = best.entry((uid.to_owned(), key.clone())).or_insert((score, position));
                if score > entry.0 {
                    *entry = (score, position);
                }
            }
        }
        let mut hits: Vec<_> = best.into_iter().collect();
        hits.sort_by(|a, b| b.1.0.total_cmp(&a.1.0));
        hits.truncate(usize::try_from(limit).unwrap_or(0));
        let hits: Vec<Value> = hits
            .into_iter()
            .map(|((uid, key), (score, position))| {
                let federation =
                    json!({ "indexUid": uid, "queriesPosition": position, "weightedRankingScore": score });
                json!({ "key": key, "_federation": federation })
            })
            .collect();
        let total = hits.len();
        Ok((
            200,
            json!({ "hits": hits, "processingTimeMs": 1, "limit": limit, "offset": 0, "estimatedTotalHits": total }),
        ))
    }
}

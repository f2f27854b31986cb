fn main() {
    let l = career_pathways::content::load_embedded(jiff::civil::date(2026, 11, 22));
    println!("{}", career_pathways::content::report::render(&l.diagnostics, Default::default()));
    let c = l.catalogue.expect("catalogue");
    let state = career_pathways::web::state::AppState::new(std::sync::Arc::new(c), Default::default());
    let front = career_pathways::web::router(state);
    tokio::runtime::Runtime::new().unwrap().block_on(async move {
        let l = tokio::net::TcpListener::bind("127.0.0.1:3999").await.unwrap();
        axum::serve(l, tower::make::Shared::new(front)).await.unwrap();
    });
}

// The peer: a Kestrel that answers one page of the size of Kept's first page, and does nothing else.
var page = new string('x', 48_000);
var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/", () => Results.Text(page, "text/html; charset=utf-8"));
app.Run();

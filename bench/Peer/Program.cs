// The peer for memory: as small a Razor Pages and EF Core app as shows a list of records from a database.
using Kept.Peer;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddRazorPages();
builder.Services.AddDbContext<Promises>(options => options.UseSqlite($"Data Source={builder.Configuration["database"]}"));
var app = builder.Build();
using (var scope = app.Services.CreateScope())
{
    var promises = scope.ServiceProvider.GetRequiredService<Promises>();
    if (await promises.Database.EnsureCreatedAsync())
    {
        promises.AddRange(Enumerable.Range(1, 800).Select(i => new Promise { Title = $"Promise {i}", Text = new string('x', 400) }));
        await promises.SaveChangesAsync();
    }
}
app.MapRazorPages();
app.Run();

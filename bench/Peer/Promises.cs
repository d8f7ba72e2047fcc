using Microsoft.EntityFrameworkCore;

namespace Kept.Peer;

public sealed class Promises(DbContextOptions<Promises> options) : DbContext(options)
{
    public DbSet<Promise> All => Set<Promise>();
}

public sealed class Promise
{
    public int Id { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }
}

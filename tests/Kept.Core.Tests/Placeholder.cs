namespace Kept.Core.Tests;

public sealed class Placeholder { [Xunit.Fact] public void Runs() => Xunit.Assert.NotNull(typeof(Program)); }

using FsCheck;

namespace Kept.Core.Tests.Foundation;

internal static class Properties
{
    /// <summary>Tries a property on random values and says the smallest that breaks it.</summary>
    internal static void Holds(this Property property, int times = 300) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true));
}

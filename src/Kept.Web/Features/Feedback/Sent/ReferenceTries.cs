using Kept.Web.House;

namespace Kept.Web.Features.Feedback.Sent;

/// <summary>How many references may be asked for in a minute.</summary>
public sealed class ReferenceTries() : Tries(60, TimeSpan.FromMinutes(1));

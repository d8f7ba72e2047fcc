using System.Runtime.InteropServices;

namespace Kept.Core.Notices;

public enum FollowedKind
{
    Action,
    Area,
    Body,
    Place,

    /// <summary>What a search finds; its id is the query of its address.</summary>
    Search,
}

/// <summary>One thing that can be followed.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Followed(FollowedKind Kind, string Id);

public enum Often
{
    Weekly,
    Daily,
}

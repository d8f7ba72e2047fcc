namespace Kept.Design.Marks;

/// <summary>How closely a mark is woven: threads one way are what was promised, threads the other way the work so far.</summary>
public enum Density
{
    /// <summary>Over and under, nearly solid. Class is-close.</summary>
    CloseWeave,

    /// <summary>The same threads down, too few across. Class is-open.</summary>
    OpenWeave,

    /// <summary>Threads stretched between the two edges of the loom, nothing across yet. Class is-bare.</summary>
    BareWarp,

    /// <summary>A dashed frame without threads: nobody has looked. Class is-empty.</summary>
    EmptyFrame,
}

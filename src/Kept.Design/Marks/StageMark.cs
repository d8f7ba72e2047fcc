namespace Kept.Design.Marks;

/// <summary>How far something promised has come, named for how the mark looks.</summary>
public enum StageMark
{
    /// <summary>A filled disc with a tick: done.</summary>
    FilledTick,

    /// <summary>A half disc: under way.</summary>
    Half,

    /// <summary>A ring: planned.</summary>
    Ring,

    /// <summary>A ring with an exclamation mark: an older pledge, still open.</summary>
    RingBang,

    /// <summary>A dotted ring: being considered.</summary>
    Dotted,

    /// <summary>A dashed ring with a point: hoped for.</summary>
    DashedPoint,
}

using System.Text;
using Kept.Design.Html;

namespace Kept.Design.Marks;

/// <summary>The one place where the four densities are drawn, at any size. The unit is the distance between two threads.</summary>
internal static class Threads
{
    public static Element Draw(Density density, double width, double height, double unit) => density switch
    {
        Density.CloseWeave => Close(width, height, unit),
        Density.OpenWeave => Open(width, height, unit),
        Density.BareWarp => Bare(width, height, unit),
        Density.EmptyFrame => Empty(width, height, unit),
        _ => throw new ArgumentOutOfRangeException(nameof(density), density, "There are four densities."),
    };

    private static bool IsLarge(double unit) => unit > 7;

    private static double Beam(double unit) => Math.Max(1.6, unit / 4);

    private static Element Edges(double width, double height, double unit)
    {
        var half = Beam(unit) / 2;
        return Svg.Line($"M0 {N(half)}H{N(width)}M0 {N(height - half)}H{N(width)}", Beam(unit));
    }

    private static Element Close(double width, double height, double unit)
    {
        var cell = unit * .82;
        int columns = Count(width / cell), rows = Count(height / cell);
        double across = width / columns, down = height / rows;
        StringBuilder weft = new(), warp = new();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                double x = column * across, y = row * down;
                if ((row + column) % 2 == 1) Append(warp, $"M{N(x + across / 2)} {N(y - down * .12)}v{N(down * 1.24)}");
                else Append(weft, $"M{N(x - across * .12)} {N(y + down / 2)}h{N(across * 1.24)}");
            }
        }

        return new Element("g").Add(Svg.Line(weft.ToString(), cell * .62)).Add(Svg.Line(warp.ToString(), cell * .62))
            .Add(Edges(width, height, unit));
    }

    private static Element Open(double width, double height, double unit)
    {
        var count = Count(width / unit);
        var step = width / count;
        StringBuilder warp = new(), weft = new();
        for (var thread = 0; thread < count; thread++) Append(warp, $"M{N((thread + .5) * step)} 0V{N(height)}");
        double[] rows = IsLarge(unit) ? [.22, .5, .78] : [.32, .68];
        var sag = unit * .34;
        for (var row = 0; row < rows.Length; row++)
        {
            Append(weft, $"M{N(-step / 2)} {N(height * rows[row])}q{N(step / 2)} {N(row % 2 == 1 ? sag : -sag)} {N(step)} 0");
            for (var thread = 0; thread < count; thread++) Append(weft, $"t{N(step)} 0");
        }

        return new Element("g").Add(Svg.Line(warp.ToString(), IsLarge(unit) ? 1.3 : 1.1)).Add(Svg.Line(weft.ToString(), sag))
            .Add(Edges(width, height, unit));
    }

    // One fine thread wound between the two edges, as a small loom is warped. Upright lines that end in the edges read as the
    // bars of a cell, loose ends as something that hangs; a thread that turns back reads as neither.
    private static Element Bare(double width, double height, double unit)
    {
        var turns = Count(width / unit * .75);
        double step = width / turns, round = step * .15;
        double top = Beam(unit) + round, bottom = height - Beam(unit) - round;
        var thread = new StringBuilder($"M{N(round)} {N(height - Beam(unit))}V{N(bottom)}");
        for (var turn = 0; turn < turns; turn++)
        {
            Append(thread, $"L{N((turn + .5) * step - round)} {N(top)}a{N(round)} {N(round)} 0 0 1 {N(2 * round)} 0L{N((turn + 1) * step - round)} {N(bottom)}");
            if (turn < turns - 1) Append(thread, $"a{N(round)} {N(round)} 0 0 0 {N(2 * round)} 0");
        }

        return new Element("g").Add(Svg.Line($"{thread}V{N(height - Beam(unit))}", IsLarge(unit) ? 1 : .9)).Add(Edges(width, height, unit));
    }

    private static Element Empty(double width, double height, double unit) =>
        Svg.Rectangle(1, 1, width - 2, height - 2).With("fill", "none").With("stroke", "currentColor")
            .With("stroke-width", unit > 6 ? 1.75 : 1.5).With("stroke-dasharray", unit > 6 ? "5 4" : "3 2.5");

    private static int Count(double threads) => (int)Math.Round(threads, MidpointRounding.AwayFromZero);

    private static string N(double value) => Svg.Number(value);

    private static void Append(StringBuilder path, string piece) => path.Append(piece);
}

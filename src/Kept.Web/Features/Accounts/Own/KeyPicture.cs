using System.Globalization;
using System.Text;
using Kept.Design.Html;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Kept.Web.Features.Accounts.Own;

/// <summary>The address of an authenticator's key as a picture that another phone scans: drawn here, so that no other program learns the key.</summary>
public static class KeyPicture
{
    public static IHtmlContent Of(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var side = code.ModuleMatrix.Count.ToString(CultureInfo.InvariantCulture);
        // Black on white in every theme, with the white edge that belongs to it: else cameras do not see it.
        return new Element("svg").Class("k-qr").With("viewBox", $"0 0 {side} {side}").With("role", "img").With("aria-label", "The same key as a picture, for the camera of your phone").With("shape-rendering", "crispEdges")
            .Add(new Element("rect").With("width", side).With("height", side).With("fill", "#fff"))
            .Add(new Element("path").With("fill", "#000").With("d", Squares(code)));
    }

    private static string Squares(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
            for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
                if (code.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return path.ToString();
    }
}

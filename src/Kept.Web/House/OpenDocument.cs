using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kept.Web.House;

/// <summary>What the OpenAPI document says beyond the routes: title, licence, and the two dates every address takes.</summary>
public static class OpenDocument
{
    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Kept: the record as data",
                Version = "v1",
                Description = "Every record and list of the site at the same address with .json, every list also with .csv. No key is needed.",
                License = new OpenApiLicense { Name = "Open Government Licence v3.0 for the words of the record" },
            };
            document.Servers = null;
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(Date("at", "The programme as it stood on this day: YYYY-MM-DD."));
            operation.Parameters.Add(Date("known", "As Kept knew it at the end of this day. Alone, it means at the same day."));
            return Task.CompletedTask;
        });
    }

    private static OpenApiParameter Date(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
    };
}

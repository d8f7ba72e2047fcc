using System.Text;
using System.Text.Json;
using Kept.Core.Records;

namespace Kept.Web.House;

/// <summary>
/// Maps the data twins: the same address + .json for every record and list, + .csv for every list. A room says how its
/// shape is made; the dates, the lookup and the answer are the same for all.
/// </summary>
public sealed class Twins(IEndpointRouteBuilder routes)
{
    /// <summary>One record at a route with a parameter <c>id</c>. <paramref name="url"/> makes its path from a record id.</summary>
    public void Record<T, TShape>(string route, Func<HttpContext, string, string> url, Func<Reading, Version<T>, TShape> shape, Func<HttpContext, string>? id = null)
        where T : RecordBody =>
        Describe<TShape>(routes.MapGet(route + ".json", (Delegate)((HttpContext http) =>
        {
            var reading = http.Reading();
            var (found, instead) = RecordLookup.Find<T>(reading, http, id?.Invoke(http) ?? (string)http.GetRouteValue("id")!, other => url(http, other));
            return found is { } version ? Json(http, shape(reading, version)) : instead!.ExecuteAsync(http);
        })), route);

    /// <summary>A list, whole. <paramref name="shape"/> answers either the list or the problem with what was asked.</summary>
    public void List<TItem, TShape>(string route, Func<HttpContext, Reading, (TShape? List, Problem? Problem)> shape, CsvColumns<TItem> columns)
        where TShape : ListShape<TItem>
    {
        Describe<TShape>(routes.MapGet(route + ".json", (Delegate)((HttpContext http) =>
        {
            var (list, problem) = shape(http, http.Reading());
            return list is null ? new ProblemResult(problem!).ExecuteAsync(http) : Json(http, list);
        })), route);
        routes.MapGet(route + ".csv", (Delegate)((HttpContext http) =>
        {
            var (list, problem) = shape(http, http.Reading());
            return list is null ? new ProblemResult(problem!).ExecuteAsync(http) : Csv(http, columns, list.Items);
        }))
            .Produces<string>(200, "text/csv").ProducesProblem(400).WithTags(route.Split('/')[1]);
    }

    /// <summary>A list whose address answers with something else where the query asks for it.</summary>
    public void ListOr<TItem, TShape, TOther, TRow>(
        string route, Func<HttpContext, Reading, (TShape? List, Problem? Problem)> shape, CsvColumns<TItem> columns,
        Func<HttpContext, bool> asksOther, Func<HttpContext, Reading, (TOther? Other, Problem? Problem)> other, Func<TOther, IEnumerable<TRow>> rows, CsvColumns<TRow> otherColumns)
        where TShape : ListShape<TItem>
        where TOther : class
    {
        Task Answer(HttpContext http, Func<TShape, Task> one, Func<TOther, Task> two)
        {
            if (asksOther(http)) return other(http, http.Reading()) is var (found, wrong) && found is not null ? two(found) : new ProblemResult(wrong!).ExecuteAsync(http);
            var (list, problem) = shape(http, http.Reading());
            return list is null ? new ProblemResult(problem!).ExecuteAsync(http) : one(list);
        }
        Describe<TShape>(routes.MapGet(route + ".json", (Delegate)((HttpContext http) => Answer(http, list => Json(http, list), found => Json(http, found)))), route)
            .WithMetadata(new ProducesShape(typeof(TOther)) { IsOther = true });
        routes.MapGet(route + ".csv", (Delegate)((HttpContext http) => Answer(http, list => Csv(http, columns, list.Items), found => Csv(http, otherColumns, rows(found)))))
            .Produces<string>(200, "text/csv").ProducesProblem(400).WithTags(route.Split('/')[1]);
    }

    /// <summary>A record that is a list as well, such as a scheme with its terms: JSON as a record with its items, and CSV of the items.</summary>
    public void RecordWithItems<T, TItem, TShape>(string route, Func<string, string> url, Func<Reading, Version<T>, TShape> shape, CsvColumns<TItem> columns)
        where T : RecordBody
        where TShape : ListShape<TItem>
    {
        Record<T, TShape>(route, (_, id) => url(id), shape);
        routes.MapGet(route + ".csv", (Delegate)((HttpContext http) =>
        {
            var (found, instead) = RecordLookup.Find<T>(http.Reading(), http, (string)http.GetRouteValue("id")!, url);
            return found is { } version ? Csv(http, columns, shape(http.Reading(), version).Items) : instead!.ExecuteAsync(http);
        }))
            .Produces<string>(200, "text/csv").ProducesProblem(404).WithTags(route.Split('/')[1]);
    }

    /// <summary>What is neither a record nor a list.</summary>
    public void Single<TShape>(string route, Func<HttpContext, TShape> shape) =>
        Describe<TShape>(routes.MapGet(route + ".json", (Delegate)((HttpContext http) => Json(http, shape(http)))), route);

    private static RouteHandlerBuilder Describe<TShape>(RouteHandlerBuilder endpoint, string route) =>
        endpoint.WithMetadata(new ProducesShape(typeof(TShape))).Produces<TShape>(200, "application/json").ProducesProblem(400).ProducesProblem(404)
            .WithTags(route.Split('/')[1]);

    private static Task Json<TShape>(HttpContext http, TShape shape)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(shape, ShapeJson.Options), http.RequestAborted).AsTask();
    }

    private static Task Csv<TItem>(HttpContext http, CsvColumns<TItem> columns, IEnumerable<TItem> items)
    {
        http.Response.ContentType = "text/csv; charset=utf-8; header=present";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(columns.Write(items)), http.RequestAborted).AsTask();
    }
}

/// <summary>The shape a data address answers with; /data and the OpenAPI document read it.</summary>
public sealed record ProducesShape(Type Shape)
{
    /// <summary>Whether it answers so only where the query asks for it.</summary>
    public bool IsOther { get; init; }
}

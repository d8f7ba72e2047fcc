using System.Text;
using System.Text.Json;
using Kept.Core.Content;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

public sealed class BodyRoundTripTests
{
    public static TheoryData<string> Kinds => [.. RecordKinds.Names];

    [Fact]
    public void Every_body_of_the_shipped_pack_is_the_same_after_it_was_read_back()
    {
        var pack = PackFolder.Read(Repository.ShippedPack);
        Assert.Empty(pack.Errors);
        var different = pack.Records.Where(r => !SurvivesReading(r.Key.Kind, r.Body)).Select(r => r.Key.ToString());
        Assert.Empty(different);
        // What bodies say, and what they were asked, comes in later.
        Assert.Equal(RecordKinds.Names.Except(["request", "update"]), pack.Records.Select(r => r.Key.Kind).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_body_with_every_field_filled_is_the_same_after_it_was_read_back(string kind)
    {
        var body = (RecordBody)BodyMaker.Filled(RecordKinds.TypeOf(kind)!);
        Assert.True(SurvivesReading(kind, body), Encoding.UTF8.GetString(CanonicalJson.Of(body)));
        Assert.All(Leaves(body), name => Assert.Contains($"\"{name}\":", Encoding.UTF8.GetString(CanonicalJson.Of(body)), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_body_with_only_what_it_must_have_is_the_same_after_it_was_read_back(string kind)
    {
        var body = (RecordBody)BodyMaker.Bare(RecordKinds.TypeOf(kind)!);
        Assert.True(SurvivesReading(kind, body), Encoding.UTF8.GetString(CanonicalJson.Of(body)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_body_without_what_it_must_have_does_not_fit(string kind)
    {
        var type = RecordKinds.TypeOf(kind)!;
        if (BodyMaker.Required(type).Any()) Assert.Throws<JsonException>(() => BodyJson.Read(kind, "{}"u8.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_body_that_fits_can_say_what_it_names(string kind)
    {
        foreach (var hollow in BodyMaker.Hollows(RecordKinds.TypeOf(kind)!))
        {
            RecordBody body;
            try { body = BodyJson.Read(kind, Encoding.UTF8.GetBytes(hollow)); }
            catch (JsonException) { continue; }
            Assert.NotNull(body.References().ToList());
            Assert.NotNull(body.OtherIds().ToList());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_field_that_must_be_there_is_one_that_is_left_out_when_empty(string kind) =>
        Assert.Empty(BodyMaker.Types(RecordKinds.TypeOf(kind)!).SelectMany(BodyMaker.Required)
            .Where(p => p.PropertyType.IsValueType || p.PropertyType.IsGenericType).Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));

    private static bool SurvivesReading(string kind, RecordBody body)
    {
        var first = CanonicalJson.Of(body);
        return CanonicalJson.Of(BodyJson.Read(kind, first)).AsSpan().SequenceEqual(first);
    }

    private static IEnumerable<string> Leaves(object body) => body.GetType().GetProperties()
        .Where(p => p.CanWrite).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));
}

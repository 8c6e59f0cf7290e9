using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Json;

public sealed class JsonSlicerTests
{
    [Theory]
    [InlineData("[1,2 , \"a]\\\"\" ,{\"b\":[1,{}]},[3]]", "1", "2", "\"a]\\\"\"", "{\"b\":[1,{}]}", "[3]")]
    [InlineData("{\"a\":1}\n{\"b\":2}\n", "{\"a\":1}", "{\"b\":2}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("[{\"a\":\"\\\\\"},{}]", "{\"a\":\"\\\\\"}", "{}")]
    public async Task Elements_are_cut_out_as_they_stand(string json, params string[] elements) =>
        (await Slice(json)).Select(slice => Encoding.UTF8.GetString(slice.Bytes.Span)).ShouldBe(elements);

    [Theory]
    [InlineData("{\"meta\": {\"rows\": [0]}, \"rows\" : [1, {\"rows\": [2]}, [3]], \"x\": [{}]}", "1", "{\"rows\": [2]}", "[3]")]
    [InlineData("[{\"rows\": [1]}, {\"rows\": []}, {\"rows\": [2]}]", "1", "2")]
    [InlineData("{\"rows\": [1], \"x\": \"]}\"}\n{\"rows\": [2]}", "1", "2")]
    [InlineData("{\"rows\": null}", "{\"rows\": null}")]
    [InlineData("{\"x\": \"rows\", \"y\": [1]}", "{\"x\": \"rows\", \"y\": [1]}")]
    public async Task The_elements_of_a_list_in_an_outer_object_are_cut_out(string json, params string[] elements) =>
        (await Slice(json, containers: "rows")).Select(slice => Encoding.UTF8.GetString(slice.Bytes.Span)).ShouldBe(elements);

    [Fact]
    public async Task An_element_says_where_it_begins() =>
        (await Slice("[\n  {},\n  {\"a\": 1}\n]")).Select(slice => (slice.Line, slice.Column)).ShouldBe([(2, 3), (3, 3)]);

    [Fact]
    public async Task An_element_that_is_too_long_is_passed_over()
    {
        var slices = await Slice($"[1,\"{new string('x', 100)}\",2]", maxBytes: 50);

        slices.Select(slice => slice.Problem).ShouldBe([null, "It is longer than 50 bytes, as no record is.", null]);
    }

    [Theory]
    [InlineData("[{'a':1,'b':2},{'a':3,'b':[{'c':1},{'a':4,'b':5},{'a':6,'b':7},{'a':8,'b':9}]", 40, 4, "{'a':8,'b':9}")]
    [InlineData("[{'a':1,'b':2},{'a':3,'b':[{'c':1},{'c':4,'d':5},{'c':6,'d':7},{'c':8,'d':9}]},{'a':1}]", 40, 3, "{'a':1}")]
    public async Task Behind_an_element_that_is_longer_than_any_goes_on_what_looks_like_those_before(
        string json, int maxBytes, int count, string last)
    {
        var slices = await Slice(json.Replace('\'', '"'), maxBytes);

        slices.Count.ShouldBe(count);
        slices[1].Problem.ShouldNotBeNull();
        Encoding.UTF8.GetString(slices[^1].Bytes.Span).Replace('"', '\'').ShouldBe(last);
        slices[^1].Column.ShouldBe(1 + json.IndexOf(last, StringComparison.Ordinal));
    }

    [Fact]
    public void Any_bytes_end() => Prop.ForAll(
        Gen.Elements("{", "}", "[", "]", "\"", "\\", ",", ":", "\n", " ", "a", "1", "é", "{\"rows\": [").ArrayOf().Select(string.Concat)
            .ToArbitrary(),
        json => Slice(json, containers: "rows").GetAwaiter().GetResult().ShouldAllBe(slice => slice.Bytes.Length > 0))
        .QuickCheckThrowOnFailure();

    private static async Task<List<RecordSlice>> Slice(string json, int maxBytes = 1_000, params string[] containers)
    {
        var slices = new List<RecordSlice>();
        var slicer = new JsonSlicer(new MemoryStream(Encoding.UTF8.GetBytes(json)), maxBytes, containers);
        await foreach (var slice in slicer.ReadAsync(CancellationToken.None)) slices.Add(slice);
        return slices;
    }
}

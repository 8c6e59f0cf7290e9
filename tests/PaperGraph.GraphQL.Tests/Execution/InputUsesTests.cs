using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution;

/// <summary>How much arguments come to hold is known before it is made.</summary>
public sealed class InputUsesTests
{
    private const int Limit = 20;

    private readonly List<(Filter? Where, int?[]? Ids, int[]? Must)> seen = [];

    [Theory]
    [InlineData("{ take(ids: [1, 2, 3]) }", "{}", 4)]
    [InlineData("{ take(where: { not: { ids: [1] } }) }", "{}", 4)]
    [InlineData("{ take(ids: null) }", "{}", 1)]
    [InlineData("{ take @note(ids: [1, 2, 3]) }", "{}", 0)]
    [InlineData("query ($i: [Int]) { take(ids: $i) }", """{ "i": [1, 2, 3] }""", 4)]
    [InlineData("query ($i: [Int]) { take(ids: $i) }", """{ "i": 1 }""", 2)]
    [InlineData("query ($i: [Int]) { take(ids: $i) }", "{}", 0)]
    [InlineData("query ($i: [Int] = [1, 2]) { take(ids: $i) }", "{}", 3)]
    [InlineData("query ($i: [Int]) { take(ids: $i) again: take(ids: $i) me { take(ids: $i) } }", """{ "i": [1, 2, 3] }""", 12)]
    [InlineData("query ($i: [Int]) { ...F me { ...F } } fragment F on Query { take(where: { ids: $i }) }", """{ "i": [1, 2, 3] }""", 10)]
    [InlineData("query ($w: Filter!) { take(where: { all: [$w, $w] }) }", """{ "w": { "ids": [1, 2], "not": {} } }""", 12)]
    [InlineData(
        "{ ...A } fragment A on Query { ...B me { ...B ...C } } fragment B on Query { ...C } fragment C on Query { take(ids: [1]) }", "{}",
        6)]
    public async Task Values_are_counted_wherever_they_come_to_be_made(string query, string variables, int values)
    {
        (await AnswerAsync(query, variables, Math.Max(values, 1))).ShouldStartWith("{\"data\":");
        if (values > 1) (await AnswerAsync(query, variables, values - 1)).ShouldContain("INPUT_SIZE_LIMIT");
    }

    [Fact]
    public async Task A_variable_used_too_often_is_told_with_its_place()
    {
        var uses = string.Join(", ", Enumerable.Repeat("$w", 150));

        (await AnswerAsync($"query ($w: Filter!, $i: Int) {{ me {{ take(ids: [$i]) }} take(where: {{ all: [{uses}] }}) }}",
            """{ "w": { "ids": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, "i": 1 }""")).ShouldBe(
            """{"errors":[{"message":"The arguments hold 1804 values; the limit MaxInputValues is 20. Variable \"$w\" makes up 1800 of them: """
            + """it holds 12, and is used 150 times. Send fewer of them at once.","locations":[{"line":1,"column":60}],"""
            + """ "extensions":{"code":"INPUT_SIZE_LIMIT"}}]}""".TrimStart());
        seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Literals_of_a_fragment_that_is_spread_too_often_are_refused()
    {
        var spreads = string.Join(" ", Enumerable.Range(0, 10).Select(number => $"a{number}: me {{ ...F }}"));

        (await AnswerAsync($"{{ {spreads} }} fragment F on Query {{ take(ids: [1, 2, 3]) }}", "{}")).ShouldContain(
            "The arguments hold 40 values; the limit MaxInputValues is 20. Send fewer of them at once.");
    }

    [Fact]
    public async Task Fragments_that_double_do_not_overflow()
    {
        var fragments = Enumerable.Range(0, 90).Select(number => $"fragment F{number} on Query {{ ...F{number + 1} ...F{number + 1} }}");
        var engine = Engine(Limit, new EngineLimits { MaxInputValues = Limit, MaxFields = int.MaxValue, MaxRootFields = int.MaxValue });

        (await engine.AnswerAsync($"{{ ...F0 }} {string.Join(" ", fragments)} fragment F90 on Query {{ take(ids: [1]) }}"))
            .ShouldContain("The arguments hold 1000000000000000 values");
    }

    [Theory]
    [InlineData("query ($v: [Int]) { take(ids: $v) }", """{ "v": [1, 2, 3, 4, 5, 6] }""", "Variable \\\"$v\\\"")]
    [InlineData("query ($v: Filter) { take(where: $v) }", """{ "v": { "all": [{}, {}, { "ids": [1] }] } }""",
        "Variable \\\"$v\\\" at \\\"all[2].ids\\\"")]
    [InlineData("query ($v: [Int], $w: [Int]) { take(ids: $v, more: $w) }", """{ "v": [1, 2, 3], "w": [4] }""", "Variable \\\"$w\\\"")]
    [InlineData("query ($v: [Int] = [1, 2, 3, 4, 5]) { take(ids: $v) }", "{}", "Variable \\\"$v\\\" at \\\"[4]\\\"")]
    [InlineData("query ($v: Any) { any(v: $v) }", """{ "v": { "a": [1, 2], "b": { "c": 3 } } }""", "Variable \\\"$v\\\"")]
    public async Task A_variable_that_is_too_large_is_not_made(string query, string variables, string place) =>
        (await AnswerAsync(query, variables, 5)).ShouldContain(
            $"{place}: brings the values of the request's input past 5, which is the limit MaxInputValues. Send fewer of them at once.");

    [Fact]
    public async Task A_variable_is_made_once_wherever_it_is_used()
    {
        await AnswerAsync("query ($w: Filter, $i: [Int]) { take(where: $w, ids: $i) me { take(where: { not: $w, ids: $i }) } }",
            """{ "w": { "ids": [1] }, "i": [1, 2] }""");

        seen[1].Where!.Not.ShouldBeSameAs(seen[0].Where);
        seen[1].Where!.Ids.ShouldBeSameAs(seen[0].Ids);
    }

    [Fact]
    public async Task A_variable_whose_items_may_not_be_null_is_made_for_where_they_may_and_where_not()
    {
        await AnswerAsync("query ($i: [Int!]) { take(ids: $i, must: $i) }", """{ "i": [1, 2] }""");

        seen.ShouldHaveSingleItem().Ids.ShouldBe([1, 2]);
        seen[0].Must.ShouldBe([1, 2]);
    }

    private Task<string> AnswerAsync(string query, string variables, int limit = Limit) => Engine(limit).AnswerAsync(query, variables);

    private TestEngine Engine(int limit, EngineLimits? limits = null) => new(
        """
        directive @note(ids: [Int], where: Filter, any: Any) on FIELD
        type Query { me: Query take(where: Filter, ids: [Int], must: [Int!], more: [Int]): Int any(v: Any): Int }
        input Filter { ids: [Int] not: Filter all: [Filter!] }
        scalar Any
        """,
        bindings => bindings
            .Input<Filter>("Filter")
            .Scalar("Any", AnyFormat.Format)
            .Value("Query.me", (object parent) => parent)
            .Value("Query.any", (object _) => 1)
            .Batch("Query.take", context =>
            {
                seen.Add((context.Argument<Filter?>("where"), context.Argument<int?[]?>("ids"), context.Argument<int[]?>("must")));
                return ValueTask.FromResult<IReadOnlyList<object?>>([.. context.Parents.Select(_ => (object?)1)]);
            }),
        limits ?? new EngineLimits { MaxInputValues = limit });

    private sealed record Filter(int?[]? Ids, Filter? Not, Filter[]? All);
}

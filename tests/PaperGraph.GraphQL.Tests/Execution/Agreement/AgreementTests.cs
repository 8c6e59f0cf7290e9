using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution.Agreement;

/// <summary>Random queries over random schemas and data are answered as by an executor that follows the specification's text.</summary>
public sealed class AgreementTests
{
    private static readonly EngineLimits Unlimited = new()
    {
        MaxErrors = int.MaxValue,
        MaxDepth = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxRootFields = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxInputValues = int.MaxValue,
        MaxTokens = int.MaxValue,
        MaxDocumentLength = int.MaxValue,
        MaxCost = long.MaxValue,
    };

    [Fact]
    public void The_engine_answers_as_the_specification_says() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Compare(seed))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(1_000_000));

    [Fact]
    public void An_answer_in_parts_adds_up_to_the_answer_in_one() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => CompareParts(seed))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(1_000_000));

    private static void CompareParts(int seed)
    {
        var random = new Random(seed);
        var schema = new RandomSchema(random);
        var data = new RandomData(schema, seed, isCalm: true);
        var sdl = $"""
            directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
            directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
            {schema.Sdl()}
            """;
        var engine = new TestEngine(sdl, bindings => Bind(bindings, schema, data, isCalm: true), Unlimited);
        for (var i = 0; i < 5; i++)
        {
            var query = new RandomQuery(schema, random, defers: true);
            using var variables = JsonDocument.Parse(query.Variables);
            var naive = new NaiveExecutor(schema, data, Parser.Parse(query.Text), variables.RootElement);
            var request = new GraphQLRequest { Query = query.Text, Variables = variables.RootElement };
            var about = $"{schema.Sdl()}\n{query.Text}\n{query.Variables}";

            var merged = IncrementalAnswer.MergeAsync(engine.Engine.StreamAsync(request, engine), about).GetAwaiter().GetResult();

            // What fails in spite of the calm is of an interface that no type implements.
            var expected = naive.Execute();
            naive.Errors.ShouldAllBe(error => error.Text.Contains("INTERNAL_ERROR"), about);
            if (naive.Errors.Count == 0) JsonNode.DeepEquals(merged, expected).ShouldBeTrue($"{merged}\nexpected:\n{expected}\n{about}");
        }
    }

    private static void Compare(int seed)
    {
        var random = new Random(seed);
        var schema = new RandomSchema(random);
        var data = new RandomData(schema, seed);
        var engine = new TestEngine(schema.Sdl(), bindings => Bind(bindings, schema, data), Unlimited);
        for (var i = 0; i < 5; i++)
        {
            var query = new RandomQuery(schema, random);
            var answer = JsonNode.Parse(engine.AnswerAsync(query.Text, query.Variables).GetAwaiter().GetResult())!.AsObject();
            using var variables = JsonDocument.Parse(query.Variables);
            var naive = new NaiveExecutor(schema, data, Parser.Parse(query.Text), variables.RootElement);

            var about = $"{schema.Sdl()}\n{query.Text}\n{query.Variables}";
            var expected = naive.Execute();
            answer.ContainsKey("data").ShouldBeTrue(about);
            Json.Lay(answer["data"]?.ToJsonString() ?? "{}").ShouldBe(Json.Lay(expected?.ToJsonString() ?? "{}"), about);
            CompareErrors(answer, expected, naive.Errors, about);
        }
    }

    /// <summary>
    /// Each error the engine reports is one of those there are; one that it leaves out stands below a null that another error
    /// explains.
    /// </summary>
    private static void CompareErrors(JsonObject answer, JsonNode? data, List<NaiveError> all, string about)
    {
        var reported = (answer["errors"] as JsonArray ?? []).Select(GetText).ToList();
        reported.Except(all.Select(error => error.Text)).ShouldBeEmpty(about);
        reported.Distinct().Count().ShouldBe(reported.Count, about);
        foreach (var left in all.Where(error => !reported.Contains(error.Text)))
        {
            var above = PathOfNull(data, left.Path);
            all.Any(error => reported.Contains(error.Text) && error.Path.Take(above.Length).SequenceEqual(above))
                .ShouldBeTrue($"{left.Text} is not reported\n{about}");
        }
    }

    private static object[] PathOfNull(JsonNode? node, object[] path)
    {
        var depth = 0;
        while (node is not null && depth < path.Length) node = path[depth++] is int index ? node[index] : node[(string)path[depth - 1]];
        return path[..depth];
    }

    private static string GetText(JsonNode? error)
    {
        var path = string.Join(".", error!["path"]!.AsArray().Select(step => step!.ToString()));
        var locations = error["locations"]!.AsArray().Select(location => $"{location!["line"]}:{location["column"]}");
        return $"{path} {error["extensions"]!["code"]} at {string.Join(" ", locations)}";
    }

    private static void Bind(FieldBindings bindings, RandomSchema schema, RandomData data, bool isCalm = false)
    {
        foreach (var type in schema.Composites.Values.Where(type => type.Kind != "type"))
            bindings.Abstract(type.Name, value => ((Item)value).Type);
        foreach (var type in schema.Composites.Values.Where(type => type.Kind == "type"))
            foreach (var field in type.Fields)
                bindings.Field($"{type.Name}.{field.Name}", ResolverOf(isCalm ? field with { AlwaysFails = false } : field, data));
    }

    private static FieldResolver ResolverOf(RandomSchema.RandomField field, RandomData data) => field.Resolver switch
    {
        0 => FieldResolver.Batch(context => new ValueTask<IReadOnlyList<object?>>(Task.Run(() => Batch(context, field, data)))),
        1 => FieldResolver.Batch(context => ValueTask.FromResult(Batch(context, field, data))),
        2 => FieldResolver.Data(context => context.Prefetch is null ? RequestOf(context, field, data) : DataRequest.NeedsParents),
        3 when !field.HasArgument => FieldResolver.Value((object parent) => data.ValueOf(ItemOf(parent), field, null), keys: field.Name),
        _ => FieldResolver.Data(context => RequestOf(context, field, data)),
    };

    private static IReadOnlyList<object?> Batch(FieldContext context, RandomSchema.RandomField field, RandomData data) =>
        field.AlwaysFails
            ? throw RandomData.Failure.ToException()
            : [.. context.Parents.Select(parent => data.ValueOf(ItemOf(parent), field, ArgumentOf(context, field)))];

    private static InMemoryRequest RequestOf(FieldContext context, RandomSchema.RandomField field, RandomData data)
    {
        var argument = ArgumentOf(context, field);
        return new InMemoryRequest(
            field.Name,
            parent => data.ValueOf(ItemOf(parent), field, argument),
            field.AlwaysFails ? RandomData.Failure.ToException() : null);
    }

    private static int? ArgumentOf(FieldContext context, RandomSchema.RandomField field) =>
        field.HasArgument ? context.Argument<int?>("n") : null;

    private static Item ItemOf(object parent) => parent as Item ?? Item.Root;
}

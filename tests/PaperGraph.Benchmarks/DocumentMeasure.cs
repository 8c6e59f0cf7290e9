using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PaperGraph.Graph;
using PaperGraph.GraphQL;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;
using PaperGraph.GraphQL.Validation;

namespace PaperGraph.Benchmarks;

/// <summary>
/// What it takes to read a document and to find it valid, beside reading JSON of the same nesting, names and size with the parser of
/// .NET; and what a document that is known takes before the first resolver is asked.
/// </summary>
internal static class DocumentMeasure
{
    private const int Rounds = 50;

    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(20);

    public static void Run()
    {
        var schema = PaperGraphSchema.Build();
        Console.WriteLine(
            $"Reading documents, taking turns, the fastest of {Rounds} rounds of {Round.TotalMilliseconds} ms; "
            + "microseconds and bytes allocated");
        Console.WriteLine("                          length    JSON            parse           ratio   parse+validate  ratio");
        Compare("introspection", IntrospectionQuery.Text, schema);
        Compare("200 fields", TwoHundredFields(), schema);
        Console.WriteLine($"  a known document before its first resolver: {BytesBeforeResolver():N0} bytes");
        Console.WriteLine();
    }

    private static void Compare(string name, string text, Schema schema)
    {
        var document = Encoding.UTF8.GetBytes(text);
        var json = JsonOfSameSize(text);
        if (Validator.Validate(schema, Parser.Parse(text)) is [var error, ..]) throw new InvalidOperationException(error.Message);

        var (least, parse, both) = (new Cost(), new Cost(), new Cost());
        for (var round = 0; round < Rounds; round++)
        {
            least.Measure(() => JsonDocument.Parse(json).Dispose());
            parse.Measure(() => Parser.Parse(Encoding.UTF8.GetString(document)));
            both.Measure(() => Validator.Validate(schema, Parser.Parse(Encoding.UTF8.GetString(document))));
        }
        Console.WriteLine(
            $"  {name,-20} {document.Length,9:N0}  {least}  {parse} {parse.Microseconds / least.Microseconds,7:N1}  "
            + $"{both} {both.Microseconds / least.Microseconds,7:N1}");
    }

    /// <summary>The fields of a document as nested objects, blanks after them.</summary>
    private static byte[] JsonOfSameSize(string text)
    {
        var json = new StringBuilder("[");
        foreach (var definition in Parser.Parse(text).Definitions.OfType<ExecutableDefinitionNode>())
        {
            if (json.Length > 1) json.Append(',');
            Write(definition.SelectionSet, "");
        }
        json.Append(']');
        return Encoding.UTF8.GetBytes(json.ToString().PadRight(text.Length));

        void Write(SelectionSetNode selections, string indentation)
        {
            json.Append('{');
            var next = 0;
            foreach (var field in selections.Selections.OfType<FieldNode>())
            {
                json.Append(next++ > 0 ? "," : "").Append('\n').Append(indentation).Append($"\"{field.ResponseName}{next}\":");
                if (field.SelectionSet is { } below) Write(below, indentation + "  ");
                else json.Append('1');
            }
            json.Append('}');
        }
    }

    /// <summary>Two hundred fields in four levels with arguments, aliases and variables.</summary>
    private static string TwoHundredFields()
    {
        var papers = Enumerable.Range(0, 10).Select(number => $$"""
              page{{number}}: papers(first: $first, after: $after, where: { hasCode: true, publishedOn: { from: "2025-01-01" } }) {
                totalCount
                pageInfo { hasNextPage endCursor }
                edges {
                  cursor
                  node {
                    id title abstract publishedOn importedAt
                    organizations(first: 3) { nodes { name slug } }
                    concepts(first: 5) { edges { weight node { name } } }
                  }
                }
              }
            """);
        return $"query Pages($first: Int = 10, $after: String) {{\n{string.Join("\n", papers)}\n}}";
    }

    private static long BytesBeforeResolver()
    {
        var (begun, used) = (0L, 0L);
        var schema = SchemaBuilder.Build(
            Parser.Parse("type Query { me: Query text: String }"),
            new FieldBindings().Value("Query.me", (object parent) => parent).Batch("Query.text", context =>
            {
                used = GC.GetAllocatedBytesForCurrentThread() - begun;
                return ValueTask.FromResult<IReadOnlyList<object?>>([.. context.Parents.Select(_ => "text")]);
            }));
        var engine = new Engine(schema, new EngineOptions());
        var output = new ArrayBufferWriter<byte>(4096);
        for (var i = 0; i < 100; i++)
        {
            output.ResetWrittenCount();
            begun = GC.GetAllocatedBytesForCurrentThread();
            var request = new GraphQLRequest { Query = "{ me { me { text } } }" };
            using var response = (GraphQLResponse)engine.ExecuteAsync(request, new NoServices()).GetAwaiter().GetResult();
            response.WriteTo(output);
        }
        return used;
    }

    /// <summary>Of the fastest round.</summary>
    private sealed class Cost
    {
        private long bytes;

        public double Microseconds { get; private set; } = double.MaxValue;

        public void Measure(Action work)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            var times = 0;
            for (; watch.Elapsed < Round; times++) work();
            Microseconds = Math.Min(Microseconds, watch.Elapsed.TotalMicroseconds / times);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / times;
        }

        public override string ToString() => $"{Microseconds,6:N1} {bytes,8:N0}";
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}

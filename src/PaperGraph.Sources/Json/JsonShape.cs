using System.Text.Json;

namespace PaperGraph.Sources.Json;

/// <summary>The names of the fields of the first objects in JSON: in an array, one to a line, or within the list of an answer.</summary>
internal sealed class JsonShape
{
    private const int MaxRows = 50;

    /// <summary>The fields under which interfaces give their lists, and people who store them.</summary>
    public static readonly string[] Containers = ["results", "data", "dailyPapers", "items", "recommendedPapers", "papers", "works"];

    /// <summary>The field under which Pandoc has references, among others of a document; elsewhere it is what a paper cites.</summary>
    public const string References = "references";

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, AllowMultipleValues = true, MaxDepth = 1_000 };

    private readonly List<HashSet<string>> rows = [];
    private readonly List<HashSet<string>> references = [];
    private readonly Stack<Frame> frames = [];
    private readonly HashSet<string> columns = [];

    private enum Kind
    {
        OuterArray,
        Row,
        Container,
        References,
        Columns,
        Other,
    }

    /// <summary>Whether no object could be looked into: there is none, or it is not written as JSON is.</summary>
    public bool IsUnknown => rows.TrueForAll(row => row.Count == 0);

    /// <summary>The names of the fields of the first object.</summary>
    public IEnumerable<string> FirstFields => rows is [var first, ..] ? first : [];

    public static JsonShape From(ReadOnlySpan<byte> probe)
    {
        var shape = new JsonShape();
        try
        {
            var reader = new Utf8JsonReader(WithoutPythonNumbers(probe), isFinalBlock: false, new JsonReaderState(Lenient));
            while (shape.rows.Count <= MaxRows && reader.Read()) shape.Take(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What was read before says what there is to say.
        }
        return shape;
    }

    /// <summary>The same with zeros in place of <c>NaN</c> and <c>Infinity</c>, which Python writes and JSON does not know.</summary>
    private static ReadOnlySpan<byte> WithoutPythonNumbers(ReadOnlySpan<byte> probe)
    {
        if (probe.IndexOf("NaN"u8) < 0 && probe.IndexOf("Infinity"u8) < 0) return probe;
        var json = probe.ToArray();
        var isText = false;
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] == '"') isText = !isText;
            else if (isText && json[at] == '\\') at++;
            else if (!isText && WordAt(json.AsSpan(at)) is > 0 and var length)
            {
                json.AsSpan(at, length).Fill((byte)' ');
                json[at] = (byte)'0';
            }
        }
        return json;
    }

    private static int WordAt(ReadOnlySpan<byte> json) => json.StartsWith("NaN"u8) ? 3 : json.StartsWith("Infinity"u8) ? 8 : 0;

    /// <summary>Whether one of the objects has all of the fields.</summary>
    public bool Has(params ReadOnlySpan<string> names) => Has(rows, names);

    /// <summary>Whether one of the objects that stand under <see cref="References"/> of the first has all of the fields.</summary>
    public bool ReferencesHave(params ReadOnlySpan<string> names) => Has(references, names);

    /// <summary>Whether one of the objects has any of the fields.</summary>
    public bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Has(name)) return true;
        return false;
    }

    private static bool Has(List<HashSet<string>> rows, params ReadOnlySpan<string> names)
    {
        foreach (var row in rows)
        {
            var all = true;
            foreach (var name in names) all &= row.Contains(name);
            if (all) return true;
        }
        return false;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var isRow = frames.Count == 0 || frames.Peek().Kind is Kind.OuterArray or Kind.Container
                    || (frames.Count == 1 && frames.Peek() is { Kind: Kind.Row, Last: JsonSlicer.Envelope });
                var isReference = frames.Count > 0 && frames.Peek().Kind == Kind.References && references.Count < MaxRows;
                frames.Push(new Frame(isRow || isReference ? Kind.Row : Kind.Other));
                if (isRow) rows.Add(frames.Peek().Fields);
                if (isReference) references.Add(frames.Peek().Fields);
                break;
            case JsonTokenType.StartArray:
                // Rows without names of their own, behind the names of all of them: SplitOrientation.
                if (columns.Count > 0 && frames.Count > 0 && frames.Peek().Kind == Kind.Container) rows.Add(columns);
                frames.Push(new Frame(
                    frames.Count == 0 ? Kind.OuterArray
                    : frames.Peek() is { Kind: Kind.Row, Last: { } last } && Containers.Contains(last) ? Kind.Container
                    : frames is { Count: 1 } && frames.Peek() is { Kind: Kind.Row, Last: References } ? Kind.References
                    : frames is { Count: 1 } && frames.Peek() is { Kind: Kind.Row, Last: "columns" } ? Kind.Columns
                    : Kind.Other));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                frames.Pop();
                break;
            case JsonTokenType.String when frames.Count > 0 && frames.Peek().Kind == Kind.Columns:
                columns.Add(reader.GetString()!);
                break;
            case JsonTokenType.PropertyName when frames.Peek() is { Kind: Kind.Row } row:
                row.Last = reader.GetString()!;
                row.Fields.Add(row.Last);
                break;
        }
    }

    private sealed class Frame(Kind kind)
    {
        public Kind Kind => kind;

        public HashSet<string> Fields { get; } = kind == Kind.Row ? [] : None;

        /// <summary>The field whose value comes.</summary>
        public string? Last { get; set; }

        private static readonly HashSet<string> None = [];
    }
}

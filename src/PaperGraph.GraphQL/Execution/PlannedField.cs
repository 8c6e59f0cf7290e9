using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Execution.Incremental;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// A field of an operation: all occurrences with one response name on one object type, merged. Lives as long as the plan, which is
/// kept with the document and shared by requests.
/// </summary>
public sealed class PlannedField
{
    private const int MaxMemos = 64;

    /// <summary>About what a memo takes, such as the text of a statement.</summary>
    private const int BytesPerMemo = 4_000;

    private readonly Plan plan;
    private ConcurrentDictionary<object, object>? memos;

    internal PlannedField(
        Plan plan,
        ObjectType parentType,
        Field definition,
        ImmutableArray<FieldNode> nodes,
        SelectionPlan? subSelection,
        StreamUsage? stream)
    {
        this.plan = plan;
        ParentType = parentType;
        Definition = definition;
        Nodes = nodes;
        SubSelection = subSelection;
        Stream = stream;
        Selection = new Selection(subSelection is null ? [] : [subSelection]);
        EncodedName = JsonEncodedText.Encode(ResponseName, ResultWriter.Encoder);
    }

    public ObjectType ParentType { get; }

    public Field Definition { get; }

    /// <summary>The field's name in the schema.</summary>
    public string Name => Definition.Name;

    /// <summary>The key of the field in the response: the alias, else the name.</summary>
    public string ResponseName => Nodes[0].ResponseName;

    /// <summary>What is selected of its value; empty for leaves.</summary>
    public Selection Selection { get; }

    /// <summary>The places of the document where the field is asked for; at least one.</summary>
    internal ImmutableArray<FieldNode> Nodes { get; }

    /// <summary>The plan of what is selected of the field's value; null for leaves.</summary>
    internal SelectionPlan? SubSelection { get; }

    /// <summary>How the field's list is streamed; null where it is delivered as a whole.</summary>
    internal StreamUsage? Stream { get; }

    /// <summary>
    /// The field as it is planned for the items of its list that are streamed later; the same field where both plans are equal.
    /// </summary>
    internal PlannedField OfLaterItems
    {
        get => field ?? this;
        init;
    }

    internal JsonEncodedText EncodedName { get; }

    /// <summary>The coerced arguments where they do not depend on variables; known after the first execution.</summary>
    internal ArgumentValues? ConstantArguments { get; set; }

    /// <summary>What these arguments cost; not a number until that is known.</summary>
    internal double ConstantArgumentCost { get; set; } = double.NaN;

    /// <summary>
    /// What a resolver made for this field before, such as a statement's text, or makes now. A few keys a field are kept; past
    /// that, values are made each time.
    /// </summary>
    public TValue Memo<TKey, TValue>(TKey key, Func<TKey, TValue> make)
        where TKey : notnull
        where TValue : class
    {
        var kept = LazyInitializer.EnsureInitialized(ref memos);
        if (kept.TryGetValue(key, out var known)) return (TValue)known;
        var made = make(key);
        if (kept.Count >= MaxMemos) return made;
        plan.Grow(BytesPerMemo);
        return (TValue)kept.GetOrAdd(key, made);
    }

    public override string ToString() => $"{ParentType.Name}.{Name}";
}

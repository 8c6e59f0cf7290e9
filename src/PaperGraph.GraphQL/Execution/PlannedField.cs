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

    private readonly ConcurrentDictionary<object, object> memos = new();

    internal PlannedField(
        ObjectType parentType,
        Field definition,
        ImmutableArray<FieldNode> nodes,
        SelectionPlan? subSelection,
        StreamUsage? stream)
    {
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

    /// <summary>Its key in the response: the alias, else the name.</summary>
    public string ResponseName => Nodes[0].ResponseName;

    /// <summary>What is selected of its value; empty for leaves.</summary>
    public Selection Selection { get; }

    /// <summary>The places of the document where the field is asked for; at least one.</summary>
    internal ImmutableArray<FieldNode> Nodes { get; }

    /// <summary>Null for leaves.</summary>
    internal SelectionPlan? SubSelection { get; }

    /// <summary>Null where the field's list comes as a whole.</summary>
    internal StreamUsage? Stream { get; }

    /// <summary>The field as it is planned for those items of its list that come later; itself where that is the same.</summary>
    internal PlannedField OfLaterItems
    {
        get => field ?? this;
        init;
    }

    internal JsonEncodedText EncodedName { get; }

    /// <summary>The coerced arguments where they do not depend on variables; known after the first execution.</summary>
    internal ArgumentValues? ConstantArguments { get; set; }

    /// <summary>
    /// What a resolver made for this field before, such as a statement's text, or makes now. A few keys a field are kept; past
    /// that, values are made each time.
    /// </summary>
    public TValue Memo<TKey, TValue>(TKey key, Func<TKey, TValue> make)
        where TKey : notnull
        where TValue : class
    {
        if (memos.TryGetValue(key, out var known)) return (TValue)known;
        var made = make(key);
        return memos.Count < MaxMemos ? (TValue)memos.GetOrAdd(key, made) : made;
    }

    public override string ToString() => $"{ParentType.Name}.{Name}";
}

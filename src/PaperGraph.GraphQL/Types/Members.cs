using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace PaperGraph.GraphQL.Types;

/// <summary>A part of a schema that is looked up by its name.</summary>
public interface INamed
{
    string Name { get; }
}

/// <summary>Parts of a schema in the order of their definition, found by name. Of two with the same name the first is found.</summary>
public sealed class Members<T> : IReadOnlyList<T>
    where T : class, INamed
{
    private readonly T[] inOrder;
    private readonly FrozenDictionary<string, T> byName;

    public Members(IEnumerable<T> members)
    {
        inOrder = [.. members];
        byName = inOrder.DistinctBy(member => member.Name).ToFrozenDictionary(member => member.Name, StringComparer.Ordinal);
    }

    public int Count => inOrder.Length;

    public T this[int index] => inOrder[index];

    public T? Find(string name) => byName.GetValueOrDefault(name);

    public bool TryFind(string name, [MaybeNullWhen(false)] out T member) => byName.TryGetValue(name, out member);

    public bool Contains(string name) => byName.ContainsKey(name);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)inOrder).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => inOrder.GetEnumerator();
}

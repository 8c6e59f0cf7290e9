using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Groups;

/// <summary>Reads the keys that the groups of one answer have in one dimension: each is made once, however many groups have it.</summary>
internal abstract class GroupKeyReader
{
    /// <summary>The keys of all groups of a row, whose column is an array.</summary>
    public abstract GroupKey[] Read(SqlRow row, int column);
}

internal sealed class GroupKeyReader<TKey>(GroupDimension<TKey> dimension) : GroupKeyReader
    where TKey : notnull
{
    /// <summary>How many keys room is made for at once.</summary>
    private const int MaxExpected = 256;

    private readonly Dictionary<TKey, GroupKey> known = [];

    public override GroupKey[] Read(SqlRow row, int column)
    {
        var keys = ArrayBytes.Read<TKey>(row.GetFieldValue<byte[]>(column));
        var found = new GroupKey[keys.Length];
        known.EnsureCapacity(Math.Min(keys.Length, MaxExpected));
        for (var i = 0; i < found.Length; i++) found[i] = Find(keys[i]);
        return found;
    }

    public GroupKey Find(TKey key)
    {
        if (!known.TryGetValue(key, out var found)) known.Add(key, found = dimension.Describe(key));
        return found;
    }
}

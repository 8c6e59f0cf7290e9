using System.Globalization;
using PaperGraph.Data.Groups;

namespace PaperGraph.Graph.Groups;

/// <summary>Words that papers have: a source, a host, a kind.</summary>
internal sealed record TextDimension(PaperDimension Name, string Key, Func<string, FilterField> Filter)
    : GroupDimension<string>(Name, "''", Key)
{
    /// <summary>What a person calls it.</summary>
    public Func<string, string> Label { get; init; } = text => text;

    public override string Order(string key) => $"nullif({key}, '') collate \"C\"";

    public override GroupKey Describe(string key) =>
        key.Length > 0 ? new ValueKey(key, Label(key), Filter(key)) : new UnknownKey(Name);
}

/// <summary>Whether a repository of the paper is known.</summary>
internal sealed record HasCodeDimension() : GroupDimension<bool>(PaperDimension.HasCode, "null", "c.has_code")
{
    public override GroupKey Describe(bool key) => key
        ? new ValueKey("true", "With code", new FilterField("hasCode", "true"))
        : new ValueKey("false", "Without code", new FilterField("hasCode", "false"));
}

/// <summary>How many authors the paper has, in ranges. A key is the least number of one.</summary>
internal sealed record AuthorCountDimension() : GroupDimension<int>(PaperDimension.AuthorCount, "-1", Ranges)
{
    private static readonly string Ranges = GroupMembershipsSql.AuthorRange("c.author_count");

    public override GroupKey Describe(int key)
    {
        if (key < 0) return new UnknownKey(Name);
        int? to = key switch { <= 2 => key, 3 => 5, 6 => 10, 11 => 20, 21 => 50, 51 => 100, _ => null };
        var (first, last) = (Text(key), to is { } end ? Text(end) : null);
        var filter = new FilterField("authorCount", last is null ? $"{{ from: {first} }}" : $"{{ from: {first}, to: {last} }}");
        if (first == last) return new ValueKey(first, key == 1 ? "1 author" : $"{first} authors", filter);
        return last is null
            ? new ValueKey($"{first}+", $"{first} authors or more", filter)
            : new ValueKey($"{first}-{last}", $"{first} to {last} authors", filter);

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}

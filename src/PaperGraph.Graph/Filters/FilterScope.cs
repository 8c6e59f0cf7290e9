using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Search;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Filters;

/// <summary>
/// What one filter of a request holds so far: held against <see cref="FilterLimits"/>, and the names that have to be known.
/// </summary>
/// <param name="reserved">
/// How many filters, and names, are left to what the field adds to the filter: a group's own filter has to stay within the limits.
/// </param>
internal sealed class FilterScope(int reserved = 0)
{
    private readonly UnknownNamesQuery unknown = new();
    private int filters;
    private int terms;
    private int names;

    /// <summary>Fails where a name is not known; null where the filter has no names that have to be.</summary>
    public SqlQuery? Guard => unknown.IsNeeded ? unknown : null;

    /// <summary>Whether the filter, or one inside it, searches texts.</summary>
    public bool IsSearch { get; private set; }

    /// <summary>Whether the filter asks for a name or a part of one.</summary>
    public bool HasNamePart { get; private set; }

    /// <summary>Counts a filter as its compilation begins.</summary>
    /// <param name="depth">The depth of the filter; the outermost has 1.</param>
    public void Enter(int depth)
    {
        if (depth > FilterLimits.MaxDepth)
            throw BadArgument.Create($"A filter nests {FilterLimits.MaxDepth} levels deep at most; write it flatter.");
        var most = FilterLimits.MaxFilters - reserved;
        if (++filters > most) throw BadArgument.Create($"A filter is made of {most} filters at most; ask in several requests.");
    }

    /// <summary>A text to search for.</summary>
    public TypedText Search(string text, ArgumentPath at)
    {
        TextArgument.Checked(text, at, FilterLimits.MaxText);
        IsSearch = true;
        terms += SearchText.Terms(text);
        return terms <= FilterLimits.MaxTerms
            ? TypedText.Parse(text)
            : throw BadArgument.Create(at, $"makes it {terms} words to search for; give {FilterLimits.MaxTerms} at most in one filter.");
    }

    /// <summary>The pattern of what has some words in its name; null where none are given.</summary>
    public string? NamePart(string? words, ArgumentPath at)
    {
        HasNamePart |= words is not null;
        return NamePattern.Containing(words, at);
    }

    /// <summary>The pattern of what is called so, without regard to case; null where no name is given.</summary>
    public string? WholeName(string? name, ArgumentPath at)
    {
        HasNamePart |= name is not null;
        return NamePattern.Exactly(name, at);
    }

    /// <summary>Checks each text of a list.</summary>
    public static IReadOnlyList<string> Texts(IReadOnlyList<string> texts, ArgumentPath at, int maxLength = FilterLimits.MaxName)
    {
        if (texts.Count > FilterLimits.MaxItems)
            throw BadArgument.Create(at, $"has {texts.Count} values; give {FilterLimits.MaxItems} at most.");
        for (var i = 0; i < texts.Count; i++) TextArgument.Checked(texts[i], at.Item(i), maxLength);
        return texts;
    }

    /// <summary>Slugs and names of entities, as those are compared.</summary>
    /// <param name="mustBeKnown">Whether the filter fails where one is not known.</param>
    public AskedNames Names(EntityNames entities, IReadOnlyList<string> texts, ArgumentPath at, bool mustBeKnown)
    {
        Texts(texts, at, entities.MaxLength);
        var most = FilterLimits.MaxNames - reserved;
        if ((names += texts.Count) > most)
            throw BadArgument.Create(at, $"makes it {names} names; give {most} at most in one filter.");

        var asked = new AskedNames(entities, texts);
        if (mustBeKnown) unknown.Add(asked, at);
        return asked;
    }
}

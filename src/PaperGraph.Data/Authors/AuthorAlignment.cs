using PaperGraph.Model;
using PaperGraph.Model.Stated;

namespace PaperGraph.Data.Authors;

/// <summary>Finds which of the names of a paper each author is that a source states, which prints names otherwise, or not all.</summary>
internal static class AuthorAlignment
{
    /// <summary>
    /// The surest first: the same name at the same place, the same name, each stated author once and in their order; then a name that is
    /// like it at the same place of a list as long, and one that is like it and like no other.
    /// </summary>
    /// <returns>For each stated author the place of the name from 0; null where it is none of them.</returns>
    public static int?[] Align(IReadOnlyList<string> names, IReadOnlyList<StatedAuthor> stated)
    {
        var places = new int?[stated.Count];
        var isTaken = new bool[names.Count];
        var keys = names.Select(NameKey.Create).ToArray();
        var statedKeys = stated
            .Select(author => (Name: NameKey.Create(author.Name), Printed: NameKey.Create(author.PrintedName ?? author.Name)))
            .ToArray();

        bool Take(int author, int place)
        {
            if (places[author] is not null || isTaken[place]) return false;
            isTaken[place] = true;
            places[author] = place;
            return true;
        }

        for (var i = 0; i < Math.Min(stated.Count, names.Count); i++)
            if (keys[i] == statedKeys[i].Name || keys[i] == statedKeys[i].Printed) Take(i, i);

        var byKey = Enumerable.Range(0, names.Count).Where(place => !isTaken[place]).ToLookup(place => keys[place]);
        for (var i = 0; i < stated.Count; i++)
            if (places[i] is null) _ = byKey[statedKeys[i].Name].Concat(byKey[statedKeys[i].Printed]).Any(place => Take(i, place));

        // In a list that leaves somebody out the places are others.
        for (var i = 0; stated.Count == names.Count && i < names.Count; i++)
            if (places[i] is null && !isTaken[i] && AreAlike(stated[i], names[i])) Take(i, i);

        TakeOnlyAlike(names, keys, stated, statedKeys, places, isTaken, (author, place) => _ = Take(author, place));
        return places;
    }

    private static void TakeOnlyAlike(
        IReadOnlyList<string> names,
        string[] keys,
        IReadOnlyList<StatedAuthor> stated,
        (string Name, string Printed)[] statedKeys,
        int?[] places,
        bool[] isTaken,
        Action<int, int> take)
    {
        var left = Enumerable.Range(0, stated.Count).Where(author => places[author] is null).ToArray();
        if (left.Length == 0) return;

        // Names that are alike have their first or last words in common.
        var byWord = Enumerable.Range(0, names.Count)
            .Where(place => !isTaken[place])
            .SelectMany(place => Ends(keys[place]).Select(word => (Word: word, Place: place)))
            .ToLookup(entry => entry.Word, entry => entry.Place);
        var pairs = left
            .SelectMany(author => Ends(statedKeys[author].Name).Concat(Ends(statedKeys[author].Printed)).SelectMany(word => byWord[word])
                .Distinct()
                .Where(place => AreAlike(stated[author], names[place]))
                .Select(place => (Author: author, Place: place)))
            .ToList();
        var ofAuthor = pairs.ToLookup(pair => pair.Author);
        var ofPlace = pairs.ToLookup(pair => pair.Place);
        foreach (var (author, place) in pairs)
            if (ofAuthor[author].Count() == 1 && ofPlace[place].Count() == 1) take(author, place);
    }

    private static bool AreAlike(StatedAuthor author, string name) =>
        NameLikeness.AreAlike(author.Name, name) || (author.PrintedName is { } printed && NameLikeness.AreAlike(printed, name));

    private static IEnumerable<string> Ends(string key)
    {
        var first = key.IndexOf(' ', StringComparison.Ordinal);
        if (first < 0) return [key];
        return [key[..first], key[(key.LastIndexOf(' ') + 1)..]];
    }
}

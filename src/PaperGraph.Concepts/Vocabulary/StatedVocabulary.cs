using PaperGraph.Concepts.Collection;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>
/// The shipped vocabulary with what sources state of methods and datasets. What is stated adds names to an entry that is the same thing by
/// a name that is not short, or by a short one that its full name spells out; all else is an entry of its own. Two statements are one
/// where their full names are, or where one has no other name than what the other alone is short for.
/// </summary>
/// <remarks>
/// Anybody could write what is stated, so it decides less than what is shipped: a name that another entry has, or that is stated of
/// several, leads to what it is stated of and joins nothing; a short name is one sense of it among others. The result is a function of the
/// set of statements.
/// </remarks>
internal static class StatedVocabulary
{
    private const string Origin = "stated by sources";

    public static ConceptVocabulary Create(ConceptVocabulary shipped, IEnumerable<StatedNames> stated)
    {
        var statements = stated.Select(Statement.Create).OfType<Statement>().ToList();
        var expansionsOf = statements.Where(statement => statement.Expansion is not null)
            .ToLookup(statement => (statement.NameKey, statement.IsDataset), statement => ConceptKey.Create(statement.Expansion!));
        var extended = new Dictionary<VocabularyEntry, List<Statement>>();
        var own = new Dictionary<(string Identity, bool IsDataset), List<Statement>>();
        foreach (var statement in statements)
            if (FindShipped(shipped, statement) is { } entry) Add(extended, entry, statement);
            else Add(own, (Identity(statement, expansionsOf), statement.IsDataset), statement);

        var entries = OwnEntries(shipped, own.Values);
        var claims = new Claims(shipped, extended, entries);
        return ConceptVocabulary.Create(
        [
            .. shipped.Entries.Select(entry => extended.TryGetValue(entry, out var some) ? claims.Extend(entry, some) : entry),
            .. entries.Select(entry => claims.Extend(entry.Entry, entry.Statements)),
        ]);
    }

    private static VocabularyEntry? FindShipped(ConceptVocabulary shipped, Statement statement)
    {
        foreach (var name in new[] { statement.Expansion, statement.Name }.OfType<string>().Where(name => !Senses.IsShort(name)))
            if (shipped.Find(ConceptKey.Create(name)) is { } named && IsDataset(named.Kind) == statement.IsDataset) return named;
        if (!Senses.IsShort(statement.Name) || shipped.Find(statement.NameKey) is not { } entry) return null;
        if (entry.Key != statement.NameKey || IsDataset(entry.Kind) != statement.IsDataset) return null;
        if (statement.Expansion is not { } expansion) return entry;
        var pair = new AbbreviationPair(statement.Name, expansion, statement.NameKey, ConceptKey.Create(expansion));
        return NameExpansion.SpellsOut(entry, pair, new PaperNames(0, [], [])) ? entry : null;
    }

    private static string Identity(Statement statement, ILookup<(string NameKey, bool IsDataset), string> expansionsOf)
    {
        if (statement.Expansion is { } expansion) return ConceptKey.Create(expansion);
        var expansions = expansionsOf[(statement.NameKey, statement.IsDataset)].Distinct().Take(2).ToList();
        return expansions.Count == 1 ? expansions[0] : statement.NameKey;
    }

    /// <summary>
    /// Where a name would be that of a shipped entry, or of a method and of a dataset, what comes second has no entry: one name is one
    /// concept.
    /// </summary>
    private static List<(VocabularyEntry Entry, List<Statement> Statements)> OwnEntries(
        ConceptVocabulary shipped, IEnumerable<List<Statement>> groups)
    {
        var entries = new List<(VocabularyEntry Entry, List<Statement> Statements)>();
        var taken = new HashSet<string>();
        var named = groups
            .Select(group => (Name: MainName(group), Kind: group.Min(statement => statement.Kind), Statements: group))
            .Select(group => (Entry: new VocabularyEntry(group.Name, group.Kind, [], [], Origin) { IsShipped = false }, group.Statements));
        foreach (var entry in named.OrderBy(entry => entry.Entry.Key, StringComparer.Ordinal).ThenBy(entry => entry.Entry.Kind)
            .ThenBy(entry => entry.Entry.Name, StringComparer.Ordinal))
        {
            if (shipped.Find(entry.Entry.Key) is null && taken.Add(entry.Entry.Key)) entries.Add(entry);
        }

        return entries;
    }

    /// <summary>The name itself, unless that is short and there is another.</summary>
    private static string MainName(List<Statement> statements) => statements
        .SelectMany(statement => new[] { statement.Name, statement.Expansion }.OfType<string>().Select((name, place) => (name, place)))
        .OrderBy(named => Senses.IsShort(named.name)).ThenBy(named => named.place).ThenBy(named => named.name, StringComparer.Ordinal)
        .First().name;

    private static bool IsDataset(ConceptKind kind) => kind == ConceptKind.Dataset;

    private static void Add<TKey>(Dictionary<TKey, List<Statement>> lists, TKey key, Statement statement)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(statement);
    }

    /// <summary>Which entries are stated to go by a name.</summary>
    private sealed class Claims
    {
        private readonly ConceptVocabulary shipped;
        private readonly HashSet<string> ownKeys;
        private readonly Dictionary<string, (VocabularyEntry First, bool IsOfSeveral)> claims = [];

        public Claims(
            ConceptVocabulary shipped,
            Dictionary<VocabularyEntry, List<Statement>> extended,
            List<(VocabularyEntry Entry, List<Statement> Statements)> own)
        {
            this.shipped = shipped;
            ownKeys = own.Select(entry => entry.Entry.Key).ToHashSet();
            foreach (var (entry, statements) in extended.Select(pair => (pair.Key, pair.Value)).Concat(own))
                foreach (var key in statements.SelectMany(statement => statement.Names).Select(ConceptKey.Create))
                    claims[key] = claims.TryGetValue(key, out var claim)
                        ? (claim.First, claim.IsOfSeveral || claim.First.Key != entry.Key)
                        : (entry, false);
        }

        public VocabularyEntry Extend(VocabularyEntry entry, List<Statement> statements)
        {
            var known = entry.Aliases.Append(entry.Name).ToHashSet(StringComparer.Ordinal);
            var names = statements.SelectMany(statement => statement.Names).Distinct(StringComparer.Ordinal)
                .Where(name => !entry.IsShipped || !known.Contains(name))
                .Order(StringComparer.Ordinal)
                .ToList();
            return entry with
            {
                Aliases = [.. entry.Aliases, .. names.Where(name => name != entry.Name && Joins(name, entry))],
                StatedNames = names,
                IsStated = true,
            };
        }

        private bool Joins(string name, VocabularyEntry entry)
        {
            var key = ConceptKey.Create(name);
            if (key == entry.Key) return true;
            if (shipped.Find(key) is { } other) return other.Key == entry.Key;
            return Senses.IsShort(name) || !claims[key].IsOfSeveral && !ownKeys.Contains(key);
        }
    }

    /// <param name="Expansion">A full name that is another than the name, and of the same numbers.</param>
    private sealed record Statement(ConceptKind Kind, string Name, string NameKey, string? Expansion, IReadOnlyList<string> Names)
    {
        public bool IsDataset => IsDataset(Kind);

        /// <summary>Null where nothing is left of its names.</summary>
        public static Statement? Create(StatedNames stated)
        {
            var names = new[] { stated.Name, stated.FullName }.OfType<string>().Concat(stated.OtherNames)
                .Where(name => name.Length is > 0 and <= TextLimits.Name && ConceptKey.Create(name).Length is > 0 and <= TextLimits.Name)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            if (names.Count == 0) return null;
            var name = names[0];
            var key = ConceptKey.Create(name);
            var expansion = name == stated.Name && stated.FullName is { } full && names.Contains(full) && !Senses.IsShort(full)
                && ConceptKey.Create(full) != key && Digits(full) == Digits(name)
                ? full
                : null;
            return new Statement(stated.Kind, name, key, expansion, names);
        }

        private static string Digits(string name) => new([.. name.Where(char.IsDigit)]);
    }
}

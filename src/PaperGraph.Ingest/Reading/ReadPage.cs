using PaperGraph.Data.Listings;
using PaperGraph.Ingest.Faults;
using PaperGraph.Ingest.Fetching;
using PaperGraph.Model;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>
/// A page as it is met in the input, and what became of it when its first part was written. Its later parts are read while that is done.
/// </summary>
internal sealed class ReadPage(PageRecord record)
{
    /// <summary>How many of its papers are remembered to know the repeats of them: 8 MB of them.</summary>
    private const int MaxSaid = 250_000;

    private volatile bool keepsRanks = true;
    private readonly HashSet<long> said = [];

    public PageRecord Record => record;

    /// <summary>
    /// The page goes by its file's name: where that lay on somebody's machine is nobody else's business. What was fetched goes by its
    /// address.
    /// </summary>
    /// <param name="now">No file was written later, whatever a wrong clock says of it: it would be believed over all that comes.</param>
    public PageRow Row(DateTimeOffset now) => new(
        record.Source,
        record.Hash.Bytes.AsMemory(),
        ProblemTexts.NameOf(WebAddress.IsOne(record.Name) ? record.Name : Path.GetFileName(record.Name.TrimEnd('/'))),
        record.ListedOn,
        record.ListedOnInferred,
        record.SavedOn,
        Reading)
    {
        // Where the page has a time or a day, nothing on it depends on when its file was written.
        WrittenAt = record.StatedAt is not null || record.ListedOn is not null ? null
            : record.WrittenAt > now ? now
            : record.WrittenAt,
    };

    /// <summary>By which rules it is read, see <see cref="ReadingRules"/>.</summary>
    public long Reading { get; } = ReadingRules.Digest(record);

    /// <summary>The page's id; null until its first part is written.</summary>
    public long? Id { get; private set; }

    /// <summary>False where the database has a better reading of the same page.</summary>
    public bool Stands { get; private set; }

    /// <summary>Whether it was read before, so that listings of that reading may have to go.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Whether all that can be read from it is stored already, so that nothing is left to do for it.</summary>
    public bool IsUnchanged { get; private set; }

    /// <summary>When its files say that what it states was so, see <see cref="UpsertedPage.Written"/>.</summary>
    public WrittenSpan? Written { get; private set; }

    /// <summary>Whether something that was read from it was not stored as it was read.</summary>
    public bool IsCut { get; set; }

    /// <summary>Whether something on it was refused, which may be stored another time. What is too long is left out each time.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Whether something on it could not be read.</summary>
    public bool HasProblems { get; set; }

    /// <summary>The places that hold a paper; not kept for a page that was not known. Looked at when the whole page is read.</summary>
    public HashSet<int> Ranks { get; } = [];

    /// <summary>The places of what is stored of it, where these are others.</summary>
    public HashSet<int> StoredRanks { get; } = [];

    /// <summary>Whether the page has said the same of a paper before, as far as that is remembered.</summary>
    public bool HasSaid(ListedPaper paper)
    {
        var digest = ListingDigest.WithoutPlace(record.Source, paper);
        return said.Count < MaxSaid ? !said.Add(digest) : said.Contains(digest);
    }

    public void AddRank(int rank)
    {
        if (keepsRanks) Ranks.Add(rank);
    }

    public void WrittenAs(UpsertedPage stored)
    {
        (Id, IsKnown, Stands, IsUnchanged) = (stored.Id, !stored.IsNew, stored.Stands, stored.IsUnchanged);
        Written = stored.Written;
        keepsRanks = IsKnown && !IsUnchanged;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Fetching;

/// <summary>A question that is answered in many pages, as long as not all of them are stored.</summary>
public sealed class FetchWalk
{
    /// <summary>What was asked, and of whom: whoever asks the same goes on with this.</summary>
    public required string Name { get; init; }

    /// <summary>The address of the first page that is not stored.</summary>
    public required string Next { get; set; }

    /// <summary>Where to begin again if <see cref="Next"/> holds a token that the server has forgotten; null where it holds none.</summary>
    public string? Restart { get; set; }

    /// <summary>How many pages are stored.</summary>
    public int Pages { get; set; }

    public DateTimeOffset BegunAt { get; init; }

    public DateTimeOffset MovedAt { get; set; }
}

internal sealed class FetchWalkMapping : IEntityTypeConfiguration<FetchWalk>
{
    public void Configure(EntityTypeBuilder<FetchWalk> walk)
    {
        walk.ToTable(table =>
        {
            table.Holds("texts", "length(name) between 1 and 2000 and length(next) > 0 and length(restart) > 0");
            table.Holds("pages", "pages > 0");
        });
        walk.HasKey(w => w.Name);
    }
}

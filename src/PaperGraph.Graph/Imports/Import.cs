using PaperGraph.Data.Imports;
using PaperGraph.Graph.Nodes;
using PaperGraph.Model;

namespace PaperGraph.Graph.Imports;

/// <summary>A run of an import.</summary>
internal sealed class Import : Node
{
    public DateTime StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    public ImportState State { get; set; }

    public IReadOnlyList<string> Sources { get; set; } = [];

    public int PageCount { get; set; }

    public int PapersAdded { get; set; }

    public int PapersChanged { get; set; }

    public int ListingsAdded { get; set; }

    public int ProblemCount { get; set; }

    public static Entity<Import> Entity { get; } = new Entity<Import>("import_runs", "i")
        .Column<DateTime>("startedAt", "i.started_at", (run, value) => run.StartedAt = value)
        .Column<DateTime>("finishedAt", "i.finished_at", (run, value) => run.FinishedAt = value)
        .Column<string>("state", ImportRunStore.StateNow, (run, value) => run.State = EnumName.Parse<ImportState>(value))
        .Column<string[]>("sources", "i.sources", (run, value) => run.Sources = value)
        .Column<int>("pageCount", "i.pages", (run, value) => run.PageCount = value)
        .Column<int>("papersAdded", "i.papers_added", (run, value) => run.PapersAdded = value)
        .Column<int>("papersChanged", "i.papers_changed", (run, value) => run.PapersChanged = value)
        .Column<int>("listingsAdded", "i.listings_added", (run, value) => run.ListingsAdded = value)
        .Column<int>("problemCount", "i.problems", (run, value) => run.ProblemCount = value);
}

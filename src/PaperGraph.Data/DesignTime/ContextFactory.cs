using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PaperGraph.Data.DesignTime;

/// <summary>Makes the context from which <c>dotnet ef</c> scaffolds migrations; no database is needed for that.</summary>
internal sealed class ContextFactory : IDesignTimeDbContextFactory<PaperGraphContext>
{
    public PaperGraphContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PaperGraphContext>();
        options.UseNpgsql().UseSnakeCaseNamingConvention();
        return new PaperGraphContext(options.Options);
    }
}

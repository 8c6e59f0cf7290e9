using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace PaperGraph.Data.DesignTime;

/// <summary>
/// Lets <c>dotnet ef</c> write to, and remove from, the folder <c>migrations</c> of the repository. By itself it would look for
/// migrations and the model snapshot below the folder of the project alone.
/// </summary>
internal sealed class MigrationsFolder(MigrationsScaffolderDependencies dependencies) : MigrationsScaffolder(dependencies)
{
    protected override string GetDirectory(string projectDir, string? siblingFileName, string subnamespace) => Folder(projectDir);

    protected override string? TryGetProjectFile(string projectDir, string fileName)
    {
        var path = Path.Combine(Folder(projectDir), fileName);
        return File.Exists(path) ? path : null;
    }

    private static string Folder(string projectDir) => Path.GetFullPath(Path.Combine(projectDir, "..", "..", "migrations"));
}

/// <summary>Replaces services of <c>dotnet ef</c>, which finds this class in the assembly.</summary>
internal sealed class DesignTimeServices : IDesignTimeServices
{
    public void ConfigureDesignTimeServices(IServiceCollection serviceCollection) =>
        serviceCollection.AddScoped<IMigrationsScaffolder, MigrationsFolder>();
}

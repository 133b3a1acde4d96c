// Writes the sample company of docs/sample-data:
//   dotnet run --project benchmarks/RevOps.Metrics.SampleData -- FOLDER
using RevOps.Metrics.SampleData;

if (args is not [string folder])
{
    Console.Error.WriteLine("Give the folder to write to, such as docs/sample-data.");
    return 1;
}

SampleFiles.Write(SampleCompany.Generate(SampleCompanyOptions.Default).WithBlemishes(), folder);
return 0;

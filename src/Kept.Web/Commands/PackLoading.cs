namespace Kept.Web.Commands; 
public static class PackLoading { public static Task<int> Run(string a, string b, bool c, CancellationToken d)=>Task.FromResult(1); public static Task<int> Load(Kept.Core.Records.Register r,string folder,bool prune,TextWriter say,CancellationToken c)=>Task.FromResult(1);}
public static class PackExport { public static int Run(string a,string b)=>1; }

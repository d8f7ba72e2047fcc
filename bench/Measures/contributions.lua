-- Sends contributions as a browser's form would, each with a key of its own. Arguments: path, cookies, form token, a file of keys for each thread (its number follows).
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("id", threads)
  everyone = everyone or {}
  table.insert(everyone, thread)
end

function init(args)
  path, token, keys, refused = args[1], args[3], assert(io.open(args[4] .. id)), 0
  headers = { ["Cookie"] = args[2], ["Content-Type"] = "application/x-www-form-urlencoded" }
end

function request()
  local key = assert(keys:read("*l"), "There are no more keys.")
  return wrk.format("POST", path, headers, "__RequestVerificationToken=" .. token .. "&Key=" .. key .. "&Seen=1&Told.Words=How+it+stands%2C+number+" .. key:sub(-12) .. ".")
end

function response(status)
  if status ~= 303 then refused = refused + 1 end
end

-- One line: how many, how many were refused, then the median, 95 of 100 and the slowest in milliseconds.
function done(summary, latency)
  local all = summary.errors.timeout + summary.errors.read + summary.errors.write + summary.errors.connect
  for _, thread in ipairs(everyone) do all = all + thread:get("refused") end
  io.write(string.format("SENT %d %d %.3f %.3f %.3f\n", summary.requests, all, latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency.max / 1000))
end
